import { html, page } from '@accord/service/html';

import { routedServices } from './domain/routes.js';
import { upstreamsOf } from './upstreams.js';
import type { WebConfig } from './web.config.js';

/** What there is to open: for whoever has just started the system. */
export function startPage(config: WebConfig): string {
  const upstreams = upstreamsOf(config);
  return page(
    'Accord',
    html`<h1>Accord</h1>
      <p>Carries a job offer from its employer to every portal the employer agrees to, and to no other.</p>
      <ul>
        <li><a href="/v1/ads">The ads on show</a></li>
        ${routedServices.map((service) => html`<li><a href="${upstreams[service]}/docs">${service}</a>: its API</li>`)}
        ${config.SANDBOX_URL === undefined ? '' : html`<li><a href="${config.SANDBOX_URL}">The sandbox</a>: partner portals to try with</li>`}
      </ul>`,
  );
}
