import { eventually } from '@accord/testing/eventually';

import { PublisherProcesses } from './support/publisher-processes.js';
import { remove, World } from './support/world.js';

/** Where a process may die in one attempt, and how often the partner then gets the message. */
const places = [
  ['before-permit', 1],
  ['after-permit', 1],
  // The death that nobody can see through from outside: it is sent again, under the same id.
  ['after-send', 2],
  ['after-record', 1],
] as const;
/** So many that two processes have a share each, whatever their ids. */
const many = Array.from({ length: 16 }, (_none, at) => `portal-${at + 1}`);

describe('publisher processes', () => {
  let world: World<PublisherProcesses>;

  beforeAll(async () => {
    world = await World.around((env) => PublisherProcesses.prepare(env));
    await world.publisher.start();
    const partners = ['emploi-public', 'jobs-prive', ...places.map(([place]) => place), ...many];
    await world.register(...partners.map((partner) => ({ partner })));
    await world.publisher.endAll();
  }, 60_000);
  afterEach(async () => {
    await world.publisher.endAll();
    expect(world.sink.violations.splice(0)).toEqual([]);
  });
  afterAll(() => world.stop());

  it('killed at any step of a delivery: it is delivered, under one id, it is told, and no permit stays open', async () => {
    const partners = places.map(([place]) => place);
    const doomed = partners.map((place) =>
      world.publisher.launch({ LANES: place, FAILPOINT: `publisher.${place}:exit` }),
    );
    const offerId = await world.show(...partners);
    for (const { exited } of doomed) expect(await exited).toEqual({ code: null, signal: 'SIGKILL' });
    // It sends before its group has missed the dead, which takes it seconds.
    world.publisher.launch();
    for (const [partner, times] of places) {
      await world.until(offerId, partner, 'sent');
      const ids = world.sink.of(partner, offerId).map(({ headers }) => headers['webhook-id']);
      expect({ partner, times: ids.length, ids: new Set(ids).size }).toEqual({ partner, times, ids: 1 });
      await eventually(async () => expect(await world.outcome(offerId, partner)).toMatchObject({ state: 'sent' }));
    }
    await eventually(() => expect(world.consent.openPermits).toEqual([]));
    expect(world.consent.sessionIds).toHaveLength(1);
  }, 60_000);

  it('stopped with a permit in hand: the removal waits for it, however long, and comes after', async () => {
    const paused = await world.publisher.start({ FAILPOINT: 'publisher.after-permit:pause' });
    const offerId = await world.show('jobs-prive');
    await eventually(() => expect(world.consent.openPermits).toHaveLength(1));
    await world.publisher.start();
    await world.decide(offerId, null, remove('jobs-prive', 2));
    const isAskedFor = ({ kind, offerId: id }: { kind: string; offerId: string }) =>
      kind === 'remove' && id === offerId;
    await eventually(() => expect(world.consent.asks.filter(isAskedFor).length).toBeGreaterThan(3));
    expect(world.sink.of('jobs-prive', offerId)).toEqual([]);
    expect(world.consent.openPermits).toHaveLength(1);
    paused.signal('SIGCONT');
    await world.until(offerId, 'jobs-prive', 'removed');
    expect(world.sink.story('jobs-prive', offerId).at(-1)).toBe('offer.removed');
    await eventually(() => expect(world.consent.openPermits).toEqual([]));
  }, 60_000);

  it('share the partners; one that dies leaves nothing undone, and one that is asked to stop finishes first', async () => {
    const [one, two] = await Promise.all([world.publisher.start(), world.publisher.start()]);
    await eventually(async () => expect(new Set(await owners()).size).toBe(2));
    answerAfter(100);
    const offers = await showMany();
    await eventually(() => expect(world.consent.openPermits.length).toBeGreaterThan(0));
    one.signal('SIGKILL');
    await one.exited;
    await allSent(offers);
    expect(new Set(await owners()).size).toBe(1);

    // Longer than all else that ends with a process.
    answerAfter(2_000);
    const more = await showMany();
    await eventually(() => expect(world.consent.openPermits.length).toBeGreaterThan(0));
    two.signal('SIGTERM');
    expect(await two.exited).toEqual({ code: 0, signal: null });
    expect(world.consent.openPermits).toEqual([]);
    expect(await world.publisher.dataSource.query('select from posting where lease is not null')).toEqual([]);
    answerAfter(0);
    await world.publisher.start();
    await allSent(more);
    for (const offerId of more) for (const partner of many) expect(world.sink.of(partner, offerId)).toHaveLength(1);
  }, 60_000);

  it('that lost their tables ask for every permit anew and say the same ids again', async () => {
    await world.publisher.start();
    const [shown, withdrawn] = [await world.show('emploi-public'), await world.show('emploi-public')];
    await allSent([shown, withdrawn], ['emploi-public']);
    const [before] = world.sink.of('emploi-public', shown);
    await world.publisher.endAll();
    await world.decide(withdrawn, null, remove('emploi-public', 2));
    for (const table of ['posting', 'offer_view', 'seen_version', 'stored_offset'])
      await world.publisher.dataSource.query(`delete from ${table}`);
    world.consent.forgetCounts();
    await world.publisher.start();
    await world.until(withdrawn, 'emploi-public', 'removed');
    await world.until(shown, 'emploi-public', 'sent');
    const again = world.sink.of('emploi-public', shown).at(-1);
    expect(again?.headers['webhook-id']).toBe(before?.headers['webhook-id']);
    expect(world.sink.story('emploi-public', withdrawn)).toEqual(['offer.published', 'offer.removed']);
    expect(world.consent.asks.filter(({ offerId, kind }) => offerId === withdrawn && kind === 'show')).toEqual([]);
  }, 60_000);

  const answerAfter = (delayMs: number): void => {
    for (const partner of many) world.sink.behave(partner, { status: 202, delayMs });
  };
  const owners = async (): Promise<string[]> => {
    const rows: { owner: string }[] = await world.publisher.dataSource.query(
      'select owner from lane where owner is not null',
    );
    return rows.map(({ owner }) => owner);
  };
  const showMany = () => Promise.all(Array.from({ length: 8 }, () => world.show(...many)));
  const allSent = (offers: readonly string[], partners = many) =>
    eventually(async () => {
      const [sent] = await world.publisher.dataSource.query(
        `select count(*)::int as count from posting where offer_id = any($1) and partner_id = any($2) and state = 'sent'`,
        [offers, partners],
      );
      expect(sent.count).toBe(offers.length * partners.length);
    });
});
