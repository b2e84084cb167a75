import { permitAnswers } from '@accord/contracts/internal/permits';
import { closeConnection, openConnection } from '@accord/database/connection';
import { verifyCheckpoint } from '@accord/receipts/checkpoint';
import { entryHash } from '@accord/receipts/ledger-entry';
import { appendLeaves } from '@accord/receipts/merkle/append';
import { foldNodes } from '@accord/receipts/merkle/nodes';
import { adminDatabaseUrl } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { stopped, stopping } from '../src/agreements/agreement-answers.js';
import { agreementView } from '../src/agreements/agreement-row.js';
import { epochOf } from '../src/domain/version.js';
import { checkpointView } from '../src/ledger/ledger-answers.js';
import type { AnEmployer } from './an-employer.js';
import { APublisher } from './a-publisher.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { DatabaseBackup } from './database-backup.js';
import { draft, refusal, to } from './drafts.js';

const checkpoints = z.object({ items: z.array(checkpointView) });
const entryRow = z
  .object({ number: z.coerce.number(), at: z.date(), epoch: z.int(), leaf: z.unknown() })
  .transform((row) => ({ ...row, at: row.at.toISOString() }));
const listed = z.object({ items: z.array(agreementView), lost: z.array(z.looseObject({ id: z.uuid() })) });

interface Agreed {
  readonly holder: string;
  readonly offerId: string;
  readonly agreement: string;
}

/** One restore, with everything that may be lost by it; each test looks at one of these things. */
describe('a database older than its ledger’s topic', () => {
  let consent: ConsentUnderTest;
  let backup: DatabaseBackup;
  let publisher: APublisher;
  let kept: Agreed;
  let withdrawn: Agreed & { readonly status: string; readonly effectiveAt: string; readonly receipt: string };
  let refusing: Agreed & { readonly refusal: string };
  let stoppedEverywhere: Agreed;
  let lost: Agreed;
  let held: Agreed;
  let takenBack: Agreed;
  /** In the backup; its leaf was numbered after it. */
  let waiting: string;
  let schema: string;
  let frozenAnswers = 0;
  let keptCheckpoint: z.infer<typeof checkpointView>;

  const agreed = async (employer: AnEmployer): Promise<Agreed> => {
    const { holder } = employer;
    const offerId = await consent.offerOnShow({ holder });
    const { id } = await employer.give(draft(offerId));
    await consent.wanted(offerId, { 'emploi-public': 'show' });
    await publisher.send(offerId, 'emploi-public');
    return { holder, offerId, agreement: id };
  };
  const settled = async (): Promise<void> =>
    eventually(async () => {
      const left = await consent.one(
        'select from ledger_pending union all select from outbox union all select from redecision',
      );
      expect(left).toBeUndefined();
    });

  const checkpointOverAll = (): Promise<z.infer<typeof checkpointView>> =>
    eventually(async () => {
      const [newest] = (await consent.open.read('/v1/ledger/checkpoints?limit=1', checkpoints)).items;
      const entered = await consent.one('select count(*)::int as count from ledger_entry');
      if (newest === undefined || newest.treeSize !== entered?.['count'])
        throw new Error('the tree has not come so far');
      return newest;
    });

  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    publisher = await consent.publisher();
    const employers = await Promise.all(Array.from({ length: 7 }, () => consent.employer()));
    const [first, second, third, fourth, fifth, sixth, seventh] = employers;
    if (!first || !second || !third || !fourth || !fifth || !sixth || !seventh) throw new Error('seven employers');
    [kept, held] = [await agreed(first), await agreed(sixth)];
    const [toWithdraw, toRefuse, toStop] = [await agreed(second), await agreed(third), await agreed(fourth)];
    takenBack = await agreed(seventh);
    await settled();
    await withoutNumbering(async () => {
      waiting = (await first.give(draft(kept.offerId, to('campus-formation')))).id;
      await first.give(refusal(to('jobs-prive')), { prefer: 'wait=0' });
      await consent.wanted(kept.offerId, { 'campus-formation': 'show', 'emploi-public': 'show' });
      schema = z.string().parse((await consent.one('select current_schema() as name'))?.['name']);
      backup = await DatabaseBackup.take(consent.harness, schema);
    });

    // What the backup does not know.
    const done = stopped.parse((await second.withdraw(toWithdraw.agreement)).body);
    withdrawn = {
      ...toWithdraw,
      status: `/v1/stops/${done.stop}`,
      effectiveAt: done.effectiveAt,
      receipt: done.receipt,
    };
    refusing = { ...toRefuse, refusal: (await third.give(refusal())).id };
    await fourth.http.post('/v1/stop-everywhere', { offer: toStop.offerId });
    await (await consent.operator()).post('/v1/stop-everywhere', { employer: toStop.holder });
    stoppedEverywhere = toStop;
    await consent.revised({
      offerId: takenBack.offerId,
      holder: takenBack.holder,
      version: 2,
      intent: 'withdrawn',
      reason: 'employer',
    });
    await consent.wanted(takenBack.offerId, { 'emploi-public': 'remove' });
    lost = await agreed(fifth);
    await sixth.give(draft(held.offerId, to('jobs-prive')));
    await consent.wanted(held.offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    await publisher.send(held.offerId, 'jobs-prive');
    await settled();
    keptCheckpoint = await checkpointOverAll();

    await consent.harness.stopService();
    await backup.restore();
    const unread = await holdOffer(takenBack.offerId);
    try {
      await consent.harness.startAgain();
      await askUntil(() => expect(frozenAnswers).toBeGreaterThan(60));
      expect(consent.harness.log.of('consent.epoch-raised')).toEqual([]);
    } finally {
      await closeConnection(unread);
    }
    await askUntil(() => expect(consent.harness.log.of('consent.restore-finished')).toHaveLength(1));
    await consent.ready();
  });
  afterAll(async () => {
    await consent.stop();
    await backup.drop();
  });

  /** The ledger's sequencer waits for a row that somebody else has. */
  const withoutNumbering = (work: () => Promise<void>): Promise<void> =>
    consent.harness.dataSource.transaction(async (tx) => {
      await tx.query('select 1 from consent_state for update');
      await work();
    });

  /** While somebody has its row, the offer's events cannot be handled. */
  const holdOffer = async (offerId: string) => {
    const connection = await openConnection(adminDatabaseUrl, 'accord test');
    await connection.query('begin');
    await connection.query(`select 1 from "${schema}".offer where offer_id = $1 for update`, [offerId]);
    return connection;
  };

  /** Asks in the session of before, all the while. */
  const askUntil = async (assertion: () => void): Promise<void> => {
    const item = { offerId: kept.offerId, partner: 'emploi-public', version: 1, kind: 'show' } as const;
    await eventually(async () => {
      const asked = { session: publisher.session, items: [{ ...item, attempt: uuid() }] };
      const { body } = await consent.asPublisher.post('/internal/v1/permits', asked);
      const [answer] = permitAnswers.parse(body).answers;
      if (answer?.answer === 'refusal') frozenAnswers += Number(answer.rule === 'frozen');
      expect(answer?.answer).not.toBe('permit');
      assertion();
    });
  };
  const employerOf = ({ holder }: Agreed): Promise<AnEmployer> => consent.employerOf(holder);

  it('gives no permit before every topic was read and every offer decided anew, and says so', () => {
    expect(consent.harness.log.of('consent.restored')).toHaveLength(1);
    expect(consent.harness.log.of('consent.epoch-raised')).toMatchObject([{ epoch: 1 }]);
  });

  it('what is known to be agreed is wanted anew, under a version of the new epoch', async () => {
    const decision = await consent.wanted(kept.offerId, { 'campus-formation': 'show', 'emploi-public': 'show' });
    expect(decision.postings).toMatchObject([{ agreement: waiting }, { agreement: kept.agreement }]);
    expect([decision, ...decision.postings].map(({ version }) => epochOf(version))).toEqual([1, 1, 1]);
  });

  it('a withdrawal stays withdrawn, and its status tells when it became effective', async () => {
    const employer = await employerOf(withdrawn);
    await consent.wanted(withdrawn.offerId, { 'emploi-public': 'remove' });
    const view = await employer.http.read(`/v1/agreements/${withdrawn.agreement}`, agreementView);
    expect(view).toMatchObject({ state: 'withdrawn', stop: { effectiveAt: withdrawn.effectiveAt } });
    expect(await employer.http.read(withdrawn.status, stopped)).toMatchObject({ effectiveAt: withdrawn.effectiveAt });
    const again = await employer.withdraw(withdrawn.agreement, { prefer: 'wait=0' });
    const { effectiveAt, receipt } = withdrawn;
    expect(again).toMatchObject({ status: 200, body: { effectiveAt, receipt } });
  });

  it('an offer that its employer took back stays so', async () => {
    await consent.wanted(takenBack.offerId, { 'emploi-public': 'remove' });
    expect(await consent.decision(takenBack.offerId)).toMatchObject({ standing: 'withdrawn', ownPortal: false });
  });

  it('where a refusal was lost nothing of that employer goes out until it confirms', async () => {
    const employer = await employerOf(refusing);
    const decision = await consent.wanted(refusing.offerId, { 'emploi-public': 'remove' });
    expect(decision).toMatchObject({ standing: 'held', ownPortal: false });
    const { lost: names } = await employer.http.read('/v1/agreements', listed);
    expect(names).toMatchObject([{ id: refusing.refusal }]);
    const confirmed = await employer.http.post('/v1/agreements/confirmation', undefined, { prefer: 'wait=0' });
    expect(confirmed.status).toBe(202);
    await consent.wanted(refusing.offerId, { 'emploi-public': 'show' });
    expect((await employer.http.read('/v1/agreements', listed)).lost).toEqual([]);
  });

  it('an order to stop that was lost holds, whatever the employer confirms, until whoever gave it lifts it', async () => {
    const { offerId, holder } = stoppedEverywhere;
    const { http } = await employerOf(stoppedEverywhere);
    expect(await consent.decision(offerId)).toMatchObject({ standing: 'held', ownPortal: false });
    await http.post('/v1/agreements/confirmation', undefined, { prefer: 'wait=0' });
    await http.post('/v1/stop-everywhere/lift', { employer: holder }, { prefer: 'wait=0' });
    await http.post('/v1/stop-everywhere/lift', { offer: offerId }, { prefer: 'wait=0' });
    await settled();
    expect(await consent.decision(offerId)).toMatchObject({ standing: 'held' });
    const left = await consent.harness.dataSource.query('select scope_kind from halt where scope_id in ($1, $2)', [
      offerId,
      holder,
    ]);
    expect(left).toEqual([{ scope_kind: 'holder' }]);
    const lift = { employer: holder };
    await (await consent.operator()).post('/v1/stop-everywhere/lift', lift, { prefer: 'wait=0' });
    await consent.wanted(offerId, { 'emploi-public': 'show' });
  });

  it('an agreement that was lost is told, and what it let out is removed, until it is given again', async () => {
    const employer = await employerOf(lost);
    const decision = await consent.wanted(lost.offerId, { 'emploi-public': 'remove' });
    expect(decision).toMatchObject({ standing: 'published', ownPortal: true });
    const { items, lost: names } = await employer.http.read('/v1/agreements', listed);
    expect([items, names]).toEqual([[], [expect.objectContaining({ id: lost.agreement })]]);
    await consent.wanted(held.offerId, { 'emploi-public': 'show', 'jobs-prive': 'remove' });
    await employer.give(draft(lost.offerId));
    await consent.wanted(lost.offerId, { 'emploi-public': 'show' });
  });

  it('no stop is effective before every session known of the earlier epoch is renewed', async () => {
    const employer = await employerOf(kept);
    const answer = await employer.withdraw(kept.agreement, { prefer: 'wait=0' });
    expect(answer.status).toBe(202);
    const { status } = stopping.parse(answer.body);
    const renewed = await APublisher.open(consent.asPublisher, (id) => consent.decision(id), publisher.process);
    await eventually(() => employer.http.read(status, stopped));
    expect(await renewed.askFor(held.offerId, 'jobs-prive')).toMatchObject({ answer: 'permit', kind: 'remove' });
    expect(await renewed.permit(held.offerId, 'emploi-public')).toMatchObject({ agreement: held.agreement });
  });

  /** A stop that its event carries is carried out again by it, and told again under the new epoch. */
  it('the ledger goes on where its topic ended, and no leaf is told twice', async () => {
    await settled();
    const numbers = await consent.one(
      'select count(*)::int as count, max(number)::int as last, count(distinct (epoch, leaf))::int as leaves from ledger_entry',
    );
    const count = z.int().parse(numbers?.['count']);
    expect(numbers).toEqual({ count, last: count - 1, leaves: count });
    expect(await consent.one(`select from ledger_entry where epoch = 1`)).toBeDefined();
    expect(await consent.leavesOf(waiting)).toEqual(['agreement']);
  });

  it('no checkpoint of before is contradicted: the tree goes on from it', async () => {
    await settled();
    const newest = await checkpointOverAll();
    expect(newest.treeSize).toBeGreaterThan(keptCheckpoint.treeSize);
    const rows = await consent.harness.dataSource.query(
      'select number, at, epoch, leaf from ledger_entry order by number',
    );
    const entries = z.array(entryRow).parse(rows);
    for (const { treeSize, rootHash, signed } of [keptCheckpoint, newest]) {
      const { frontier } = appendLeaves(0, [], entries.slice(0, treeSize).map(entryHash));
      expect(foldNodes(frontier).toString('hex')).toBe(rootHash);
      expect(verifyCheckpoint(signed, await consent.keys())).toMatchObject({ treeSize, rootHash });
    }
  });
});
