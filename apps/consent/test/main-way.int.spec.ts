import { verifyPermitProof } from '@accord/receipts/permit-proof';
import { verifyReceipt } from '@accord/receipts/receipt';
import { digestOf } from '@accord/receipts/digest';

import { stopped } from '../src/agreements/agreement-answers.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { draft } from './drafts.js';

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
    const employer = await consent.employer();
    const { holder } = employer;
    const offerId = await consent.offerOnShow({ holder });
    const agreement = await employer.give(draft(offerId));
    const decision = await consent.wanted(offerId, { 'emploi-public': 'show' });

    const publisher = await consent.publisher();
    const permit = await publisher.permit(offerId, 'emploi-public');
    expect(permit).toMatchObject({
      agreement: agreement.id,
      revision: 1,
      contacts: true,
      digest: digestOf(decision.offer),
    });
    const keys = await consent.keys();
    expect(verifyPermitProof(permit.proof, keys, { aud: 'emploi-public', sub: offerId })).toMatchObject({
      agreement: agreement.id,
      digest: permit.digest,
    });
    expect(verifyReceipt(agreement.receipt, keys)).toMatchObject({ sub: agreement.id, holder, effect: 'allow' });

    expect(await publisher.close(permit.attempt)).toEqual([permit.attempt]);
    const withdrawal = await employer.withdraw(agreement.id);
    expect(withdrawal.status).toBe(200);
    const { effectiveAt, receipt } = stopped.parse(withdrawal.body);
    expect(verifyReceipt(receipt, keys)).toMatchObject({ kind: 'stop', agreement: agreement.id, effectiveAt });
    await consent.wanted(offerId, { 'emploi-public': 'remove' });
  });
});
