import { html, page } from '@accord/service/html';
import type { Express } from 'express';
import { z } from 'zod';

import { type RoutedService, routedServices } from './domain/routes.js';
import type { ServiceAsker } from './service-asker.js';
import { upstreamsOf } from './upstreams.js';
import type { WebConfig } from './web.config.js';

const health = z.looseObject({ status: z.string() });

/** What there is to open, and whether it works: for whoever has just started the system. */
export function mountStartPage(app: Express, config: WebConfig, asker: ServiceAsker): void {
  app.get('/', async (_request, response) => {
    const states = await Promise.all(
      routedServices.map(async (service) => {
        const answer = await asker.get(service, '/health/ready', health).catch(() => undefined);
        return [service, answer?.status === 'up'] as const;
      }),
    );
    response.type('html').send(startPage(config, new Map(states)));
  });
}

function startPage(config: WebConfig, ready: ReadonlyMap<RoutedService, boolean>): string {
  const upstreams = upstreamsOf(config);
  return page(
    'Accord',
    html`<p>Carries a job offer from its employer to every portal the employer agrees to, and to no other.</p>
      <ul>
        <li><a href="/v1/ads">The ads on show</a>, as data</li>
        <li><a href="/docs">The API</a>, and all of it in <a href="/openapi.json">one document</a></li>
        <li><a href="/.well-known/jwks.json">The keys</a> that proofs and receipts are verified with</li>
        ${config.SANDBOX_URL !== undefined && html`<li><a href="${config.SANDBOX_URL}">The sandbox</a>: who one may be, and what the partner portals show</li>`}
      </ul>
      <h2>Services</h2>
      <table>
        <tr>
          <th>Service</th>
          <th>State</th>
          <th>Own documents</th>
        </tr>
        ${routedServices.map(
          (service) =>
            html`<tr>
              <td>${service}</td>
              <td>${ready.get(service) === true ? 'ready' : 'not ready'}</td>
              <td><a href="${upstreams[service]}/docs">${service}/docs</a></td>
            </tr>`,
        )}
      </table>`,
  );
}
