import type { Express, Request, RequestHandler } from 'express';
import { readJsonBody } from '@accord/service/json-body';
import { Problem } from '@accord/service/problem';
import { fieldErrors } from '@accord/service/schema-errors';
import { z } from 'zod';

import { behaviour } from '../behaviour.js';
import type { PartnerPortal } from './partner-portal.js';

const query = z.strictObject({
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
  holds: z.string().max(200).optional(),
});

/** What a partner receives, what it received, what it shows, and how it behaves. */
export function mountPartners(app: Express, portals: ReadonlyMap<string, PartnerPortal>): void {
  const portalOf = (request: Request): PartnerPortal => {
    const portal = portals.get(String(request.params.id));
    if (portal === undefined) {
      throw new Problem('not-found', `There is no such partner here; there are ${[...portals.keys()].join(', ')}.`);
    }
    return portal;
  };
  app.post(['/partners/:id/webhook', '/partners/:id/webhook/*rest'], (request, response) =>
    portalOf(request).receive(request, response, request.originalUrl),
  );
  app.get('/partners/:id/inbox', (request, response) => {
    const { cursor, limit, holds } = parsed(query, request.query, 'query');
    response.json(portalOf(request).inbox.page(cursor, limit, holds));
  });
  app.delete('/partners/:id/inbox', (request, response) => {
    const portal = portalOf(request);
    portal.inbox.clear();
    portal.ads.clear();
    response.status(204).end();
  });
  app.get('/partners/:id/ads', (request, response) => void response.json({ items: portalOf(request).ads.list() }));
  const [read, write] = behaviourRoutes((request) => portalOf(request).temper);
  app.get('/partners/:id/inbox/behaviour', read);
  app.post('/partners/:id/inbox/behaviour', write);
}

/** Shows and changes how something behaves. */
export function behaviourRoutes(
  temperOf: (request: Request) => { get(): unknown; set(wanted: z.infer<typeof behaviour>): void },
): [RequestHandler, RequestHandler] {
  return [
    (request, response) => void response.json(temperOf(request).get()),
    async (request, response) => {
      const temper = temperOf(request);
      temper.set(parsed(behaviour, await readJsonBody(request)));
      response.json(temper.get());
    },
  ];
}

/** @throws Problem invalid-request */
export function parsed<S extends z.ZodType>(schema: S, value: unknown, place?: 'query'): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem(
    'invalid-request',
    'The request does not validate; see "errors".',
    fieldErrors(result.error.issues, place),
  );
}
