import { Problem } from '@accord/service/problem';
import { fieldErrors } from '@accord/service/schema-errors';
import { TokenVerifier } from '@accord/service/token-verifier';
import type { Express, Request, Response } from 'express';

import { FlowSampler } from './flow-sampler.js';
import { gatherLetters, lettersQuery, placeOf } from './gathered-letters.js';
import { operatorToken } from './operators-only.js';
import type { ServiceAsker } from './service-asker.js';
import type { ServiceProxies } from './service-proxies.js';
import type { WebConfig } from './web.config.js';

/** What operators see of all services at once: dead letters, and how work flows. */
export function mountOperatorRoutes(
  app: Express,
  config: WebConfig,
  asker: ServiceAsker,
  proxies: ServiceProxies,
): void {
  const tokens = new TokenVerifier(config);
  const sampler = new FlowSampler(asker);

  app.get('/v1/dead-letters', async (request, response) => {
    const token = await operatorToken(request, tokens);
    const query = lettersQuery.safeParse(request.query);
    if (!query.success) {
      throw new Problem('invalid-request', 'The query has errors.', fieldErrors(query.error.issues, 'query'));
    }
    response.json(await gatherLetters(query.data, token, asker));
  });

  // The service checks the token itself: it is the one that acts.
  app.post(['/v1/dead-letters/:id/replay', '/v1/dead-letters/:id/discard'], (request: Request, response: Response) => {
    const { service, id } = placeOf(String(request.params.id));
    const word = request.path.endsWith('/replay') ? 'replay' : 'discard';
    proxies.of(service).handle(request, response, `/v1/dead-letters/${id}/${word}`);
  });

  app.get('/v1/flow', async (request, response) => {
    await operatorToken(request, tokens);
    response.json(await sampler.flow());
  });
}
