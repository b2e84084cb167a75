import type { HttpClient } from '@accord/testing/http-client';
import { sha256Hex } from '@accord/receipts/digest';

import { offerAccepted } from '../../src/answers.js';
import { type MandateView, mandateView } from '../../src/mandates/bodies.js';
import { intake } from '../intake-harness.js';
import { bakery, sampleDraft } from '../sample-draft.js';

export const agency = { id: '000100040', role: 'employer', sirets: ['00010004000011'] } as const;
export const operator = { id: 'operator-1', role: 'operator' } as const;
export const FOR_BAKERY = { 'accord-on-behalf-of': bakery.id };
export const proof = { sha256: sha256Hex('mandat signé'), description: 'Mandat de recrutement signé le 4 janvier' };

export const asAgency = (): Promise<HttpClient> => intake().harness.as(agency);

/** Ends what there is between bakery and agency, so that each test begins alike. */
export const endAll = (): Promise<unknown> =>
  intake().harness.dataSource.query(
    `update mandate set state = 'ended', ended_at = now(), ended_by = '{"role":"holder","id":"000100016"}'
      where state <> 'ended'`,
  );

/** The bakery grants the agency a mandate. */
export async function granted(change: object = {}): Promise<MandateView> {
  const answer = await intake().bakery.post('/v1/mandates', { agent: agency.id, kind: 'agency', ...change });
  if (answer.status !== 201) throw new Error(`granting answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return mandateView.parse(answer.body);
}

/** The agency declares one. */
export async function declared(change: object = {}): Promise<MandateView> {
  const client = await asAgency();
  const answer = await client.post('/v1/mandates', { holder: bakery.id, kind: 'agency', proof, ...change });
  if (answer.status !== 201) throw new Error(`declaring answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return mandateView.parse(answer.body);
}

let references = 0;
/** The agency submits an offer for the bakery. */
export async function submittedForBakery(change: object = {}): Promise<{ id: string; reference: string }> {
  const reference = `AG-${(references += 1)}`;
  const client = await asAgency();
  const answer = await client.post('/v1/offers', sampleDraft({ reference, ...change }), FOR_BAKERY);
  if (answer.status !== 201) throw new Error(`submitting answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return { id: offerAccepted.parse(answer.body).id, reference };
}
