import { setTimeout as wait } from 'node:timers/promises';

import { inventedEstablishments } from '@accord/offer-composer/establishments';
import type { Establishment } from '@accord/offer-composer/establishments/establishment';
import { Problem } from '@accord/service/problem';
import { readJsonBody } from '@accord/service/json-body';
import type { Express, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';

import { Temper } from '../behaviour.js';
import { answerAs } from '../misbehave.js';
import { behaviourRoutes, parsed } from '../partners/partner.routes.js';
import { searchAnswer } from './national-shape.js';

const siret = z.string().regex(/^\d{14}$/, 'a SIRET has 14 digits');
const searchQuery = z.object({ q: z.string().max(100) });
const change = z.strictObject({
  name: z.string().min(1).max(100).default('ENTREPRISE INVENTEE'),
  state: z.enum(['open', 'closed']).default('open'),
  unitState: z.enum(['active', 'ceased']).default('active'),
  diffusible: z.enum(['yes', 'no']).default('yes'),
  naf: z.string().default('62.01Z'),
});

/** The register of establishments: its own short form, and the national API's. It can be slow or out of order on demand. */
export function mountRegister(app: Express): void {
  const known = new Map(inventedEstablishments.map((one) => [one.siret, one]));
  const temper = new Temper();

  app.get('/register/establishments', (_request, response) => void response.json({ items: [...known.values()] }));
  app.get(
    '/register/establishments/:siret',
    misbehaving(temper, (request) => {
      const found = known.get(String(request.params.siret));
      return found === undefined
        ? { status: 404, body: { error: 'unknown establishment' } }
        : { status: 200, body: found };
    }),
  );
  app.put('/register/establishments/:siret', async (request, response) => {
    const id = parsed(siret, request.params.siret);
    const one: Establishment = {
      ...invented(id),
      ...known.get(id),
      ...parsed(change, await readJsonBody(request)),
      siret: id,
    };
    if (!id.startsWith('000'))
      throw new Problem('conflict', 'Only invented establishments live here: their SIRET begin with 000.');
    known.set(id, one);
    response.json(one);
  });
  app.get(
    '/register/search',
    misbehaving(temper, (request) => {
      const { q } = parsed(searchQuery, request.query, 'query');
      return { status: 200, body: searchAnswer(known.get(q.replaceAll(' ', '')), [...known.values()]) };
    }),
  );
  const [read, write] = behaviourRoutes(() => temper);
  app.get('/register/behaviour', read);
  app.post('/register/behaviour', write);
}

function misbehaving(temper: Temper, good: (request: Request) => { status: number; body: unknown }): RequestHandler {
  return async (request: Request, response: Response) => {
    const now = temper.take();
    if (now.kind === 'slow') await wait(now.ms);
    await answerAs(now, response, good(request));
  };
}

const invented = (id: string): Establishment => ({
  siret: id,
  name: 'ENTREPRISE INVENTEE',
  state: 'open',
  unitState: 'active',
  diffusible: 'yes',
  naf: '62.01Z',
  street: '1 RUE INVENTEE',
  postalCode: '35000',
  communeInsee: '35238',
  communeName: 'RENNES',
});
