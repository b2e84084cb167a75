import { eventually } from '@accord/testing/eventually';

import { type AgreementView, agreementView } from '../src/agreements/agreement-row.js';
import { stopped } from '../src/agreements/agreement-answers.js';
import type { APublisher } from './a-publisher.js';
import type { AnEmployer } from './an-employer.js';
import { anOffer } from './an-offer.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll, draft, refusal, to, toAll } from './drafts.js';
import { sideBySide } from './side-by-side.js';

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

interface Scene {
  readonly employer: AnEmployer;
  readonly offerId: string;
  readonly publisher: APublisher;
}

/** What the clock changes, by the database's clock alone. Each test has an employer of its own. */
describe('windows', () => {
  let consent: ConsentUnderTest;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    await eventually(async () => expect(await consent.one('select from redecision')).toBeUndefined());
  });
  afterAll(() => consent.stop());

  const scene = async (): Promise<Scene> => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    return { employer, offerId, publisher: await consent.publisher() };
  };
  const viewOf = ({ employer }: Scene, id: string): Promise<AgreementView> =>
    employer.http.read(`/v1/agreements/${id}`, agreementView);
  /** Decides an offer anew: what the clock had changed, and a step back, would show. */
  const decideAnew = async (offerId: string): Promise<void> => {
    await consent.harness.dataSource.query(`insert into redecision (scope_kind, scope_id) values ('offer', $1)`, [
      offerId,
    ]);
    const left = `select from redecision where scope_id = $1`;
    await eventually(async () => expect(await consent.one(left, [offerId])).toBeUndefined());
  };

  sideBySide({
    'a window that closes is a withdrawal, with an effectiveAt of its own; what lapsed never un-lapses': async () => {
      const here = await scene();
      const { offerId, employer, publisher } = here;
      const until = inSeconds(4);
      const { id } = await employer.give(draft(offerId, { until }));
      await employer.give(draft(offerId, to('jobs-prive')));
      await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
      const permit = await publisher.permit(offerId, 'emploi-public');

      await consent.wanted(offerId, { 'emploi-public': 'remove', 'jobs-prive': 'show' });
      const closing = await viewOf(here, id);
      expect(closing).toMatchObject({ state: 'lapsed', stop: { effectiveAt: null } });
      const status = closing.stop?.status ?? '';
      expect((await employer.http.get(status)).body).toMatchObject({ state: 'stopping', because: 'agreement-lapsed' });
      await publisher.close(permit.attempt);
      const { effectiveAt } = await eventually(() => employer.http.read(status, stopped));
      expect(Date.parse(effectiveAt)).toBeGreaterThanOrEqual(Date.parse(until));
      expect(await viewOf(here, id)).toMatchObject({ state: 'lapsed', stop: { effectiveAt } });

      // The same as a clock that steps back to before the end.
      const sql = `update clause set ends_at = clock_timestamp() + interval '1 day' where clause_id = $1`;
      await consent.harness.dataSource.query(sql, [id]);
      await decideAnew(offerId);
      await consent.wanted(offerId, { 'emploi-public': 'remove', 'jobs-prive': 'show' });
      expect((await viewOf(here, id)).state).toBe('lapsed');
    },

    'the gate knows the end before anyone has stored it': async () => {
      const { offerId, employer, publisher } = await scene();
      const { id } = await employer.give(draft(offerId));
      await consent.wanted(offerId, { 'emploi-public': 'show' });
      const item = await publisher.item(offerId, 'emploi-public');
      // Its end has come, and no loop looks at this holder.
      const sql = `update clause set ends_at = clock_timestamp() - interval '1 ms' where clause_id = $1`;
      await consent.harness.dataSource.query(sql, [id]);
      await eventually(async () =>
        expect(await publisher.ask(item)).toMatchObject([{ answer: 'refusal', rule: 'no-agreement' }]),
      );
    },

    'a window that opens lets out, a refusal that begins takes down, by itself': async () => {
      const here = await scene();
      const { offerId, employer, publisher } = here;
      const from = inSeconds(4);
      const opening = await employer.give(draft(offerId, { ...to('jobs-prive'), from }));
      await employer.give(allowAll(toAll));
      const refused = await employer.give(refusal({ ...to('campus-formation'), from }));
      expect(refused.stop).toBeUndefined();
      const before = await consent.wanted(offerId, {
        'campus-formation': 'show',
        'emploi-public': 'show',
        'jobs-prive': 'show',
      });
      expect(before.postings.map((one) => 'agreement' in one && one.agreement)).not.toContain(opening.id);
      expect((await viewOf(here, opening.id)).state).toBe('notYet');
      const permit = await publisher.permit(offerId, 'campus-formation');

      await eventually(async () => {
        const posting = (await consent.decision(offerId))?.postings.find(({ partner }) => partner === 'jobs-prive');
        expect(posting).toMatchObject({ wanted: 'show', agreement: opening.id });
      });
      expect((await viewOf(here, opening.id)).state).toBe('inForce');
      await consent.wanted(offerId, { 'campus-formation': 'remove', 'emploi-public': 'show', 'jobs-prive': 'show' });
      expect((await viewOf(here, refused.id)).stop).toMatchObject({ effectiveAt: null });
      await publisher.close(permit.attempt);
      await eventually(async () =>
        expect((await viewOf(here, refused.id)).stop).toEqual({
          status: expect.any(String),
          effectiveAt: expect.any(String),
        }),
      );
    },

    'an offer whose end has come is expired everywhere, and stays so when the clock steps back': async () => {
      const { employer } = await scene();
      const closesOn = inSeconds(4);
      const offerId = await consent.offerOnShow({ holder: employer.holder, offer: { ...anOffer, closesOn } });
      await employer.give(draft(offerId));
      await consent.wanted(offerId, { 'emploi-public': 'show' });
      await (await consent.publisher()).send(offerId, 'emploi-public');
      await consent.wanted(offerId, { 'emploi-public': 'remove' });
      const expired = { standing: 'expired', ownPortal: false, offer: null };
      expect(await consent.decision(offerId)).toMatchObject(expired);
      expect(await consent.stopsOf('offer', offerId)).toEqual(['offer-expired']);

      const sql = `update offer set closes_at = clock_timestamp() + interval '1 day' where offer_id = $1`;
      await consent.harness.dataSource.query(sql, [offerId]);
      await decideAnew(offerId);
      expect(await consent.decision(offerId)).toMatchObject(expired);
    },

    'an expired offer that is renewed is on show again': async () => {
      const { employer } = await scene();
      const { holder } = employer;
      const offer = { ...anOffer, closesOn: inSeconds(4) };
      const offerId = await consent.offerOnShow({ holder, offer });
      await eventually(async () => expect((await consent.decision(offerId))?.standing).toBe('expired'));
      await consent.revised({ offerId, holder, version: 2, revision: 2, offer: { ...offer, closesOn: '2099-12-31' } });
      await consent.verified({ offerId, version: 2, revision: 2, approvedRevision: 2 });
      await eventually(async () => expect((await consent.decision(offerId))?.standing).toBe('published'));
    },

    'an offer that opens later waits until then': async () => {
      const { employer } = await scene();
      const offer = { ...anOffer, opensOn: inSeconds(4) };
      await employer.give(allowAll());
      const offerId = await consent.offerOnShow({ holder: employer.holder, offer }, 'waiting');
      expect(await consent.decision(offerId)).toMatchObject({ ownPortal: false, postings: [] });
      await consent.wanted(offerId, { 'emploi-public': 'show' });
      expect(await consent.decision(offerId)).toMatchObject({ standing: 'published', ownPortal: true });
    },
  });
});
