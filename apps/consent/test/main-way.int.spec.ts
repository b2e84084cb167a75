import { verifyPermitProof } from '@accord/receipts/permit-proof';
import { KeySet } from '@accord/receipts/key-set';
import { verifyReceipt } from '@accord/receipts/receipt';
import { digestOf } from '@accord/receipts/digest';
import { z } from 'zod';

import { ConsentUnderTest, draft, holder } from './consent-under-test.js';

const given = z.looseObject({ id: z.uuid(), receipt: z.string() });
const stopped = z.looseObject({ state: z.literal('stopped'), effectiveAt: z.iso.datetime(), receipt: z.string() });

describe('an offer and an agreement', () => {
  let consent: ConsentUnderTest;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
  });
  afterAll(() => consent.stop());

  it('silence is a no: the own portal shows the offer, and nobody else', async () => {
    const offerId = await consent.offerOnShow();
    const decision = await consent.decision(offerId);
    expect(decision).toMatchObject({ ownPortal: true, standing: 'published', postings: [] });
    expect(decision?.offer).toMatchObject({ offerId, revision: 1, title: 'Boulanger / Boulangère (H/F)' });
  });

  it('an agreement lets one partner show it, under a permit that can be proved', async () => {
    const offerId = await consent.offerOnShow();
    const employer = await consent.employer();
    const answer = await employer.post('/v1/agreements', draft(offerId));
    expect(answer.status).toBe(201);
    const agreement = given.parse(answer.body);
    const decision = await consent.wanted(offerId, { 'emploi-public': 'show' });

    const session = await consent.session();
    const permit = await consent.askFor(session, offerId, 'emploi-public');
    if (permit.answer !== 'permit' || permit.kind !== 'show') throw new Error(JSON.stringify(permit));
    expect(permit).toMatchObject({
      agreement: agreement.id,
      revision: 1,
      contacts: true,
      digest: digestOf(decision.offer),
    });
    const keys = KeySet.fromJwks((await consent.open.get('/.well-known/jwks.json')).body);
    expect(verifyPermitProof(permit.proof, keys, { aud: 'emploi-public', sub: offerId })).toMatchObject({
      agreement: agreement.id,
      digest: permit.digest,
    });
    expect(verifyReceipt(agreement.receipt, keys)).toMatchObject({ sub: agreement.id, holder, effect: 'allow' });

    expect(await consent.close(session, permit.attempt)).toEqual([permit.attempt]);
    const withdrawal = await employer.post(`/v1/agreements/${agreement.id}/withdrawal`, {});
    expect(withdrawal.status).toBe(200);
    const { effectiveAt, receipt } = stopped.parse(withdrawal.body);
    expect(verifyReceipt(receipt, keys)).toMatchObject({ kind: 'stop', agreement: agreement.id, effectiveAt });
    await consent.wanted(offerId, { 'emploi-public': 'remove' });
  });
});
