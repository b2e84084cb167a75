import { type EmployerEvent, employerEvent } from '@accord/contracts/employer-event';
import { offerVerified } from '@accord/contracts/events/offer-verified';
import { publicationDecided } from '@accord/contracts/events/publication-decided';
import { closesAt, opensAt } from '@accord/contracts/show-dates';
import { parisDay } from '@accord/offer-checks/paris-day';
import { eventually } from '@accord/testing/eventually';

import { OfferEventStore } from '../src/events/offer-event.store.js';
import { NoticeStore } from '../src/notices/notice.store.js';
import { TellExpiries } from '../src/notices/tell-expiries.js';
import { EventSource } from './event-source.js';
import { intake, type IntakeUnderTest, startIntake, submitted, viewOf } from './intake-harness.js';
import { decision, high, verdict } from './others-news.js';
import { shown } from './shown-decision.js';

let running: IntakeUnderTest | undefined;
beforeAll(async () => (running = await startIntake()));
afterAll(() => running?.stop());
beforeEach(() => (intake().consent.mode = 'stopped'));

const DAY_MS = 86_400_000;
const dayFromNow = (days: number): string => parisDay(new Date(Date.now() + days * DAY_MS));
/** Noon, so many days before a last day. */
const before = (closesOn: string, days: number): Date =>
  new Date(opensAt(closesOn).getTime() + DAY_MS / 2 - days * DAY_MS);

/** An instance that looks at another time than now. */
const lookAt = async (at: Date): Promise<void> => {
  const db = intake().harness.dataSource;
  const tell = new TellExpiries(new NoticeStore(db), new OfferEventStore(db));
  while (await tell.execute(at));
};

const eventsOf = async (id: string): Promise<EmployerEvent[]> => {
  const position = { offerId: id, after: 0 };
  const found = await new OfferEventStore(intake().harness.dataSource).after([position]);
  return (found.get(position) ?? []).map((event) => employerEvent.parse(event));
};
const noticesOf = async (id: string): Promise<(readonly [string, number])[]> =>
  (await eventsOf(id)).flatMap(({ type, data }) =>
    type === 'offer.expiring' ? [[data.closesOn, data.daysLeft] as const] : [],
  );

const inState = (id: string, state: string) =>
  eventually(async () => expect((await viewOf(intake().bakery, id)).state).toBe(state));

/** An offer on show until this day. */
async function onShow(closesOn: string): Promise<string> {
  const { id } = await submitted(intake().bakery, { closesOn });
  await intake().topics.write(publicationDecided, await shown(id, 1));
  await inState(id, 'published');
  return id;
}

describe('an offer near its end', () => {
  it('is told of once, with the renewal as the remedy; renewed, it is told of anew before its new end', async () => {
    const [closesOn, later] = [dayFromNow(5), dayFromNow(40)];
    const id = await onShow(closesOn);
    const stream = await EventSource.open(id);
    await eventually(() => expect(stream.types).toEqual(['offer.submitted', 'offer.published', 'offer.expiring']));
    const { data } = stream.events[2] ?? {};
    expect(data).toMatchObject({ offerId: id, revision: 1, state: 'published', closesOn, daysLeft: 5 });
    if (data === undefined || !('renewal' in data)) throw new Error('no remedy is told');
    expect((await intake().bakery.post(data.renewal, { closesOn: later })).status).toBe(200);
    await lookAt(before(closesOn, 3));
    expect(await noticesOf(id)).toHaveLength(1);

    await intake().topics.write(publicationDecided, await shown(id, 2, { revision: 2 }));
    await eventually(() => expect(stream.types.slice(3)).toEqual(['offer.renewed', 'offer.published']));
    await lookAt(before(later, 8));
    expect(await noticesOf(id)).toHaveLength(1);
    await lookAt(before(later, 7));
    await eventually(() => expect(stream.types.slice(5)).toEqual(['offer.expiring']));
    expect(stream.events[5]).toMatchObject({ data: { revision: 2, closesOn: later, daysLeft: 7 } });
    stream.close();
  });

  it('is told of seven days and one day before, each once, however often one looks', async () => {
    const closesOn = dayFromNow(30);
    const id = await onShow(closesOn);
    const seen: number[] = [];
    for (const days of [20, 8, 7, 7, 6, 2, 1, 1, 0, -1]) {
      await lookAt(before(closesOn, days));
      seen.push((await noticesOf(id)).length);
    }
    expect(seen).toEqual([0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
    expect(await noticesOf(id)).toEqual([
      [closesOn, 7],
      [closesOn, 1],
    ]);
  });

  it('is told of by the nearest notice alone, where nobody looked for long', async () => {
    const closesOn = dayFromNow(31);
    const id = await onShow(closesOn);
    await lookAt(before(closesOn, 0));
    await lookAt(before(closesOn, 0));
    expect(await noticesOf(id)).toEqual([[closesOn, 0]]);
  });

  it('is told of once by several instances that look at once', async () => {
    const closesOn = dayFromNow(32);
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) ids.push(await onShow(closesOn));
    await Promise.all(Array.from({ length: 4 }, () => lookAt(before(closesOn, 7))));
    for (const id of ids) expect(await noticesOf(id)).toEqual([[closesOn, 7]]);
  });

  it('of which another instance is telling is passed over, and no other waits for it', async () => {
    const closesOn = dayFromNow(33);
    const [held, free] = [await onShow(closesOn), await onShow(closesOn)];
    const db = intake().harness.dataSource;
    await db.transaction(async (other) => {
      await other.query('select from offer where id = $1 for update', [held]);
      await lookAt(before(closesOn, 7));
      expect(await noticesOf(free)).toHaveLength(1);
      expect(await noticesOf(held)).toEqual([]);
    });
    await lookAt(before(closesOn, 7));
    expect(await noticesOf(held)).toHaveLength(1);
  });
});

describe('an offer that is not on show', () => {
  it.each(['suspension', 'filling'])('by a %s is told of when it comes back', async (what) => {
    const closesOn = dayFromNow(34);
    const id = await onShow(closesOn);
    await intake().bakery.post(`/v1/offers/${id}/${what}`);
    await lookAt(before(closesOn, 5));
    expect(await noticesOf(id)).toEqual([]);
    await intake().bakery.delete(`/v1/offers/${id}/${what}`);
    await lookAt(before(closesOn, 5));
    expect(await noticesOf(id)).toEqual([[closesOn, 5]]);
  });

  it('since it is withdrawn, rejected, not verified yet or over is not told of', async () => {
    const closesOn = dayFromNow(35);
    const withdrawn = await onShow(closesOn);
    await intake().bakery.delete(`/v1/offers/${withdrawn}`);
    const expired = await onShow(closesOn);
    const over = decision(expired, { version: high + 2, standing: 'expired', ownPortal: false });
    await intake().topics.write(publicationDecided, over);
    await eventually(async () => expect((await eventsOf(expired)).at(-1)?.type).toBe('offer.expired'));
    const rejected = await submitted(intake().bakery, { closesOn });
    await intake().topics.write(offerVerified, verdict(rejected.id, { verdict: 'rejected' }));
    await inState(rejected.id, 'rejected');
    const fresh = await submitted(intake().bakery, { closesOn });
    await lookAt(before(closesOn, 1));
    for (const id of [withdrawn, expired, rejected.id, fresh.id]) expect(await noticesOf(id)).toEqual([]);
  });

  it('for a while is not told of twice when the same text is on show again', async () => {
    const closesOn = dayFromNow(36);
    const id = await onShow(closesOn);
    await lookAt(before(closesOn, 7));
    const held = decision(id, { version: high + 2, standing: 'held', ownPortal: false });
    await intake().topics.write(publicationDecided, held, await shown(id, 3));
    await eventually(async () => expect((await eventsOf(id)).at(-1)?.type).toBe('offer.published'));
    await lookAt(before(closesOn, 5));
    expect(await noticesOf(id)).toEqual([[closesOn, 7]]);
    await lookAt(before(closesOn, 1));
    expect(await noticesOf(id)).toHaveLength(2);
  });
});

describe('the database', () => {
  it.each([
    '2027-06-30',
    '2027-01-31',
    '2027-03-27',
    '2027-03-28',
    '2027-10-30',
    '2027-10-31',
    '2027-12-31',
    '2028-02-29',
    '2027-06-30T18:00:00Z',
    '2027-06-30T18:00Z',
    '2027-06-30T22:30:00.250Z',
  ])('knows when %s is over as the contract does', async (closesOn) => {
    const rows: { at: Date }[] = await intake().harness.dataSource.query('select closing_at($1) as at', [closesOn]);
    expect(rows[0]?.at).toEqual(closesAt(closesOn));
  });
});
