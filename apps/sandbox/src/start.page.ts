import { html, page } from '@accord/service/html';
import type { Express } from 'express';

import type { PartnerPortal } from './partners/partner-portal.js';
import type { SandboxConfig } from './sandbox.config.js';

const MOST_SHOWN = 20;

/** What is there to try, and what each partner shows right now. */
export function mountStartPage(
  app: Express,
  issuer: string,
  config: SandboxConfig,
  portals: ReadonlyMap<string, PartnerPortal>,
): void {
  app.get('/', (_request, response) => {
    response.set('refresh', '5');
    response.type('html').send(startPage(issuer, config, [...portals.values()]));
  });
}

const startPage = (issuer: string, config: SandboxConfig, portals: readonly PartnerPortal[]): string =>
  page(
    'Accord: sandbox',
    html`<p class="note">
        For trying and testing only. Everyone here is invented; nothing that is sent here is verified or kept for long.
      </p>
      <h2>Partner portals</h2>
      ${portals.map(portalSection)}
      <h2>Identity provider</h2>
      <p>
        Issuer <code>${issuer}</code>, described at
        <a href="/.well-known/openid-configuration">its discovery document</a>. Software gets a token so:
      </p>
      <p><code>curl -u employer:SECRET -d grant_type=client_credentials ${issuer}/token</code></p>
      <table>
        <tr>
          <th>Client</th>
          <th>Role</th>
          <th>Subject</th>
        </tr>
        ${config.SANDBOX_CLIENTS.map(
          ({ id, role, subject }) =>
            html`<tr>
              <td>${id}</td>
              <td>${role}</td>
              <td>${subject}</td>
            </tr>`,
        )}
      </table>
      <h2>Register of establishments</h2>
      <p>
        <a href="/register/establishments">All of them</a>; one by <code>/register/establishments/SIRET</code>, or as
        the national API has it by <code>/register/search?q=SIRET</code>.
      </p>`,
  );

function portalSection({ id, name, category, ads, inbox, temper }: PartnerPortal) {
  const shown = ads.list();
  const { received, dropped } = inbox.page(0, 1);
  return html`<section>
    <h3>${name} (${category})</h3>
    <p>
      ${received} requests received${dropped > 0 && html`, the oldest ${dropped} forgotten`}; behaves:
      ${temper.get().kind}.
      <a href="/partners/${id}/inbox">Inbox</a>, <a href="/partners/${id}/ads">ads</a>.
    </p>
    ${
      shown.length === 0
        ? html`<p>Shows nothing.</p>`
        : html`<table>
            <tr>
              <th>Title</th>
              <th>Offer</th>
              <th>Version</th>
            </tr>
            ${shown
              .slice(-MOST_SHOWN)
              .reverse()
              .map(
                (ad) =>
                  html`<tr>
                    <td>${ad.title ?? '(no title)'}</td>
                    <td>${ad.offerId}</td>
                    <td>${ad.version}</td>
                  </tr>`,
              )}
          </table>`
    }
    ${shown.length > MOST_SHOWN && html`<p>and ${shown.length - MOST_SHOWN} more</p>`}
  </section>`;
}
