import { Problem } from '@accord/service/problem';
import type { EntityManager } from 'typeorm';

import type { Employer } from '../employer.js';

/**
 * Which of these offers, whose rows are locked, are for an establishment that the mandate somebody acts under does not name: they may
 * have been made under a wider one. Nothing is outside for the employer itself. Index: revision's primary key.
 */
export async function outsideMandate(
  tx: EntityManager,
  { mandate, sirets }: Employer,
  offerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (mandate === undefined || offerIds.length === 0) return new Set();
  const rows: { id: string; siret: string }[] = await tx.query(
    `select o.id, r.offer->'employer'->>'siret' as siret
       from offer o join revision r on r.offer_id = o.id and r.revision = o.revision where o.id = any($1::uuid[])`,
    [offerIds],
  );
  return new Set(rows.filter(({ siret }) => !sirets.has(siret)).map(({ id }) => id));
}

/** What is said of an offer outside. */
export function notCovered({ mandate }: Employer): Problem {
  const message = 'it is not for the establishment of this offer: ask the employer for one that includes it';
  return new Problem(
    'mandate-required',
    'Your mandate does not go so far.',
    [{ pointer: '/accord-on-behalf-of', in: 'header', code: 'establishment-not-covered', message }],
    mandate === undefined ? {} : { members: { mandate: { id: mandate.id } } },
  );
}
