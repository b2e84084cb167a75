import { html, page } from '@accord/service/html';
import type { Express } from 'express';

import { mergedOpenApi, serviceDocument } from './domain/merged-openapi.js';
import { type RoutedService, routedServices, serviceOf } from './domain/routes.js';
import { ownPaths } from './own-openapi.js';
import type { ServiceAsker } from './service-asker.js';
import { upstreamsOf } from './upstreams.js';
import type { WebConfig } from './web.config.js';

/** The whole API in one document, and the way to each service's own. */
export function mountDocuments(app: Express, config: WebConfig, asker: ServiceAsker): void {
  app.get('/openapi.json', async (_request, response) => {
    const asked = await Promise.all(
      routedServices.map(
        async (service) => [service, await asker.get(service, '/openapi.json', serviceDocument)] as const,
      ),
    );
    const documents = asked.flatMap(([service, document]) =>
      document === undefined ? [] : [[service, document] as const],
    );
    const merged = mergedOpenApi(documents, (path, service) => serviceOf(path) === service, {
      paths: ownPaths,
      server: '/',
    });
    const away = asked.filter(([, document]) => document === undefined).map(([service]) => service);
    response.json(away.length === 0 ? merged : { ...merged, 'x-unavailable': away });
  });
  app.get('/docs', (_request, response) => void response.type('html').send(documentsPage(config)));
}

const what: Readonly<Record<RoutedService, string>> = {
  intake: 'offers: submit, revise, withdraw, import, follow',
  moderation: 'verification: checks, the moderators’ queue, appeals, reports',
  consent: 'agreements, withdrawals, explanations, proofs, the ledger',
  publisher: 'deliveries to partners, acknowledgements, test events',
  partners: 'the directory of partners; their endpoints, secrets, statistics',
  portal: 'the public ads: search, one ad, code lists',
};

const documentsPage = (config: WebConfig): string =>
  page(
    'Accord: API',
    html`<p>
        The whole API as one OpenAPI 3.1 document: <a href="/openapi.json">/openapi.json</a>. Each service has its own,
        to read and to try:
      </p>
      <table>
        ${routedServices.map(
          (service) =>
            html`<tr>
              <td><a href="${upstreamsOf(config)[service]}/docs">${service}</a></td>
              <td>${what[service]}</td>
            </tr>`,
        )}
      </table>`,
  );
