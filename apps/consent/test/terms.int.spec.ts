import { agreementView } from '../src/agreements/agreement-row.js';
import type { AnEmployer } from './an-employer.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { draft, to } from './drafts.js';

const renewal = { wording: draft('').wording, givenBy: draft('').givenBy };

/** A partner's terms change under agreements that were given before. */
describe('terms of a partner', () => {
  let consent: ConsentUnderTest;
  let employer: AnEmployer;
  let offerId: string;
  let agreement: string;
  let version = 1;

  const publish = (terms: { version: number; material: number }): Promise<void> =>
    consent.registered({ version: (version += 1), terms });
  const viewOf = (id: string) => employer.http.read(`/v1/agreements/${id}`, agreementView);

  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    employer = await consent.employer();
    offerId = await consent.offerOnShow({ holder: employer.holder });
    agreement = (await employer.give(draft(offerId, to('emploi-public', 'jobs-prive')))).id;
    await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    await (await consent.publisher()).send(offerId, 'emploi-public');
  });
  afterAll(() => consent.stop());

  it('ask nobody again where the change is not material', async () => {
    await publish({ version: 1, material: 0 });
    await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    expect((await viewOf(agreement)).askedAgainBy).toEqual([]);
  });

  it('take the offer down there, and there alone, where it is; and the employer sees why', async () => {
    await publish({ version: 2, material: 2 });
    await consent.wanted(offerId, { 'emploi-public': 'remove', 'jobs-prive': 'show' });
    expect(await viewOf(agreement)).toMatchObject({ state: 'inForce', askedAgainBy: ['emploi-public'] });
    const explained = await employer.http.get(`/v1/offers/${offerId}/explanation?partner=emploi-public`);
    expect(JSON.stringify(explained.body)).toContain('terms-changed');
  });

  it('must be those that were shown to whoever agrees', async () => {
    const shown = { ...renewal, terms: { 'emploi-public': 1 } };
    const answer = await employer.http.post(`/v1/agreements/${agreement}/renewal`, shown);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('/terms/emploi-public');
  });

  it('are agreed to by a renewal, which takes the old agreement’s place, once', async () => {
    const path = `/v1/agreements/${agreement}/renewal`;
    const shown = { ...renewal, terms: { 'emploi-public': 2 } };
    const other = await consent.employer();
    expect((await other.http.post(path, shown)).status).toBe(404);
    const answer = await employer.http.post(path, shown);
    expect(answer.status).toBe(201);
    await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    expect((await viewOf(agreement)).state).toBe('replaced');
    expect((await employer.http.post(path, shown)).status).toBe(409);
  });
});
