import { verifyJws } from '@accord/receipts/jws';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { offerExplanation, offerPassport } from '../src/explain/explanation-answers.js';
import type { AnEmployer } from './an-employer.js';
import type { APublisher } from './a-publisher.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll, draft, refusal, to, toAll } from './drafts.js';

const passport = offerPassport.omit({ signed: true }).extend({ iss: z.string(), iat: z.int() });
const preview = z.object({
  looked: z.int(),
  appears: z.int(),
  disappears: z.int(),
  items: z.array(
    z.object({
      offerId: z.uuid(),
      changes: z.array(z.object({ partner: z.string(), change: z.string(), agreement: z.string().optional() })),
      offer: z.looseObject({ title: z.string() }),
      contacts: z.boolean(),
    }),
  ),
  next: z.string().optional(),
});

describe('why an offer is where it is', () => {
  let consent: ConsentUnderTest;
  let publisher: APublisher;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    publisher = await consent.publisher();
  });
  afterAll(() => consent.stop());

  const explained = (employer: AnEmployer, offerId: string, partner: string) =>
    employer.http.read(`/v1/offers/${offerId}/explanation?partner=${partner}`, offerExplanation);
  const failed = ({ gates }: z.infer<typeof offerExplanation>) => gates.filter(({ passed }) => !passed);
  const previewed = async (employer: AnEmployer, body: unknown, query = ''): Promise<z.infer<typeof preview>> => {
    const answer = await employer.http.post(`/v1/agreements/preview${query}`, body);
    expect(answer.status).toBe(200);
    return preview.parse(answer.body);
  };

  it('for each partner it names the clause that let the offer in or kept it out', async () => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    expect(failed(await explained(employer, offerId, 'jobs-prive'))).toEqual([
      { rule: 'agreement', passed: false, data: { because: 'no-agreement', agreement: null } },
    ]);
    const allow = await employer.give(allowAll(toAll));
    const refuse = await employer.give(refusal(to('jobs-prive')));
    const under = await employer.give(draft(offerId, { ...to('campus-formation'), conditions: ['oneClick'] }));

    const open = await explained(employer, offerId, 'emploi-public');
    expect(open.allowed).toBe(true);
    expect(open.gates.map(({ rule }) => rule)).toEqual([
      'offer.wanted',
      'offer.verified',
      'offer.window',
      'halt.offer',
      'halt.partner',
      'partner.receives',
      'agreement',
    ]);
    expect(open.gates.at(-1)?.data).toEqual({ agreement: allow.id });
    const shut = await explained(employer, offerId, 'jobs-prive');
    expect(failed(shut)).toMatchObject([{ rule: 'agreement', data: { because: 'refused', agreement: refuse.id } }]);
    expect(shut.clauses.map(({ agreement, outcome }) => [agreement, outcome])).toEqual([
      [under.id, 'other-partner'],
      [refuse.id, 'decides'],
      [allow.id, 'outranked'],
    ]);
    const unmet = await explained(employer, offerId, 'campus-formation');
    expect(failed(unmet)).toMatchObject([{ data: { because: 'conditions-unmet', agreement: under.id } }]);
    expect(unmet.clauses[0]).toMatchObject({ outcome: 'conditions-unmet', unmet: ['oneClick'] });

    await employer.withdraw(allow.id);
    const ended = await explained(employer, offerId, 'emploi-public');
    expect(ended.clauses).toContainEqual(expect.objectContaining({ agreement: allow.id, outcome: 'withdrawn' }));
    const nobody = await employer.http.get(`/v1/offers/${offerId}/explanation?partner=nobody`);
    expect(nobody).toMatchObject({ status: 400, body: { errors: [{ pointer: '/partner' }] } });
  });

  it('tells what the offer itself is kept in by', async () => {
    const employer = await consent.employer();
    const { holder } = employer;
    await employer.give(allowAll());
    const offerId = uuid();
    await consent.revised({ offerId, holder, version: 2, intent: 'suspended', reason: 'employer' });
    await consent.handled('offer', offerId, 2);
    const rules = failed(await explained(employer, offerId, 'emploi-public')).map(({ rule }) => rule);
    expect(rules).toEqual(['offer.wanted', 'offer.verified', 'offer.window', 'agreement']);
  });

  it('the passport tells what each partner was sent and how it answered; signed, it verifies', async () => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    const agreement = await employer.give(draft(offerId, to('emploi-public', 'jobs-prive')));
    await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    const permit = await publisher.send(offerId, 'emploi-public');
    const publicUrl = 'https://emploi-public.example/1';
    await consent.outcome({ offerId, partner: 'emploi-public', publicUrl });
    await consent.handled('outcome', offerId, 1);

    const { signed, ...open } = await employer.http.read(`/v1/offers/${offerId}/passport`, offerPassport);
    expect(open).toMatchObject({ holder: employer.holder, standing: 'published', revision: 1, digest: permit.digest });
    expect(open.partners).toEqual([
      {
        partner: 'emploi-public',
        wanted: expect.objectContaining({ what: 'show', agreement: agreement.id, digest: permit.digest }),
        sent: {
          permit: permit.attempt,
          revision: 1,
          digest: permit.digest,
          agreement: agreement.id,
          at: expect.any(String),
          outcome: 'answered',
          status: null,
        },
        acknowledged: { state: 'live', since: expect.any(String), publicUrl },
      },
      { partner: 'jobs-prive', wanted: expect.objectContaining({ what: 'show' }), sent: null, acknowledged: null },
    ]);
    const verified = verifyJws(signed, await consent.keys(), { typ: 'accord-passport+jwt', claims: passport });
    expect(verified).toMatchObject({ offerId, partners: open.partners });
    const [head, body, signature = ''] = signed.split('.');
    const forged = [head, body, signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))].join('.');
    const keys = await consent.keys();
    expect(() => verifyJws(forged, keys, { typ: 'accord-passport+jwt', claims: passport })).toThrow('signature');
  });

  it('a preview answers what the rule would answer, page by page, and stores nothing', async () => {
    const employer = await consent.employer();
    const { holder } = employer;
    const offers = await Promise.all([1, 2, 3].map(() => consent.offerOnShow({ holder })));
    await employer.give(allowAll(to('jobs-prive')));
    for (const offerId of offers) await consent.wanted(offerId, { 'jobs-prive': 'show' });
    const counted = 'select (select count(*) from clause) + (select count(*) from stop) as count';
    const before = await consent.one(counted);

    const looked: string[] = [];
    let cursor: string | undefined;
    do {
      const query = `?limit=2${cursor === undefined ? '' : `&cursor=${cursor}`}`;
      const page = await previewed(employer, allowAll({ ...toAll, conditions: [] }), query);
      expect(page.appears).toBe(page.items.length * 2);
      for (const { offerId, changes, contacts } of page.items) {
        looked.push(offerId);
        expect(contacts).toBe(true);
        expect(changes.map(({ partner, change }) => [partner, change])).toEqual([
          ['campus-formation', 'appears'],
          ['emploi-public', 'appears'],
        ]);
      }
      cursor = page.next;
    } while (cursor !== undefined);
    expect(looked).toEqual([...offers].sort());

    const refused = await previewed(employer, refusal({ ...to('jobs-prive') }));
    expect(refused).toMatchObject({ looked: 3, appears: 0, disappears: 3 });
    const oral = await previewed(employer, allowAll({ pendingProof: true }));
    expect(oral).toMatchObject({ looked: 3, appears: 0, disappears: 0, items: [] });
    const [one = ''] = offers;
    const unmet = await previewed(employer, draft(one, { conditions: ['noContactData'] }));
    expect(unmet).toMatchObject({ looked: 1, appears: 0, items: [] });

    expect(await consent.one(counted)).toEqual(before);
    await employer.give(refusal({ ...to('jobs-prive') }));
    await employer.give(allowAll({ ...to('emploi-public') }));
    for (const offerId of offers) await consent.wanted(offerId, { 'emploi-public': 'show' });
  });

  it('under an agreement without contact data the preview and the permit say so', async () => {
    const employer = await consent.employer();
    await consent.registered({ partner: 'sans-contact', conditions: ['noContactData'] });
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    const body = draft(offerId, { ...to('sans-contact'), conditions: ['noContactData'] });
    expect((await previewed(employer, body)).items).toMatchObject([
      { offerId, contacts: false, changes: [{ partner: 'sans-contact', change: 'appears' }] },
    ]);
    await employer.give(body);
    await consent.wanted(offerId, { 'sans-contact': 'show' });
    expect(await publisher.permit(offerId, 'sans-contact')).toMatchObject({ contacts: false });
  });
});
