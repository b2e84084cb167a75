import { eventually } from '@accord/testing/eventually';

import { PublisherProcesses } from './support/publisher-processes.js';
import { remove, World } from './support/world.js';

const places = ['before-permit', 'after-permit', 'after-send', 'after-record'];

describe('publisher processes', () => {
  let world: World<PublisherProcesses>;

  beforeAll(async () => {
    world = await World.around((env) => PublisherProcesses.prepare(env));
    const first = await world.publisher.start();
    await world.register({ partner: 'emploi-public' }, { partner: 'jobs-prive' }, { partner: 'campus-formation' });
    await first.end();
  }, 60_000);
  afterEach(() => expect(world.sink.violations.splice(0)).toEqual([]));
  afterAll(() => world.stop());

  it('killed at every step of one delivery: it is delivered, under one id, and no permit stays open', async () => {
    const offerId = await world.show('emploi-public');
    for (const place of places) {
      const process = world.publisher.launch({ FAILPOINT: `publisher.${place}:exit` });
      expect(await process.exited).toEqual({ code: null, signal: 'SIGKILL' });
    }
    await world.publisher.start();
    await world.until(offerId, 'emploi-public', 'sent');
    await eventually(() => expect(world.consent.openPermits).toEqual([]));
    const ids = world.sink.of('emploi-public', offerId).map(({ headers }) => headers['webhook-id']);
    // Once before the death that forgot it, once by the one that stored it and died before it said so.
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    const [own] = world.consent.sessionIds;
    expect(world.consent.sessionIds).toEqual([own]);
    expect(world.consent.fenced).toHaveLength(world.consent.opened.length - 1);
  }, 120_000);

  it('stopped with a permit in hand: the withdrawal waits for it, and the removal comes after', async () => {
    await endAll();
    const process = await world.publisher.start({ FAILPOINT: 'publisher.after-permit:pause' });
    const offerId = await world.show('jobs-prive');
    await eventually(() => expect(world.consent.openPermits).toHaveLength(1));
    await world.publisher.start();
    await world.decide(offerId, null, remove('jobs-prive', 2));
    await world.until(offerId, 'jobs-prive', 'removing');
    await eventually(() =>
      expect(
        world.consent.asks.filter((ask) => ask.kind === 'remove' && ask.offerId === offerId).length,
      ).toBeGreaterThan(2),
    );
    expect(world.sink.of('jobs-prive', offerId)).toEqual([]);
    expect(world.consent.openPermits).toHaveLength(1);
    process.signal('SIGCONT');
    await world.until(offerId, 'jobs-prive', 'removed');
    const story = world.sink.story('jobs-prive', offerId);
    expect(story.at(-1)).toBe('offer.removed');
    await eventually(() => expect(world.consent.openPermits).toEqual([]));
  }, 120_000);

  it('share the partners; one that dies leaves nothing undone, and one that is asked to stop finishes first', async () => {
    await endAll();
    const [one, two] = [await world.publisher.start(), await world.publisher.start()];
    await eventually(async () => expect(new Set(Object.values(await owners())).size).toBe(2), { timeoutMs: 30_000 });
    for (const partner of ['emploi-public', 'jobs-prive', 'campus-formation']) {
      world.sink.behave(partner, { status: 202, delayMs: 100 });
    }
    const offers: string[] = [];
    for (let at = 0; at < 15; at += 1) offers.push(await world.show('emploi-public', 'jobs-prive', 'campus-formation'));
    one.signal('SIGKILL');
    await one.exited;
    await allSent(offers);
    await eventually(async () => expect(new Set(Object.values(await owners())).size).toBe(1));

    const more: string[] = [];
    for (let at = 0; at < 15; at += 1) more.push(await world.show('emploi-public', 'jobs-prive', 'campus-formation'));
    await eventually(() => expect(world.sink.of('emploi-public', more[0]).length).toBe(1));
    two.signal('SIGTERM');
    expect(await two.exited).toEqual({ code: 0, signal: null });
    await eventually(() => expect(world.consent.openPermits).toEqual([]));
    const leased = await world.publisher.dataSource.query('select from posting where lease is not null');
    expect(leased).toEqual([]);
    await world.publisher.start();
    await allSent(more);
    for (const offerId of more) {
      for (const partner of ['emploi-public', 'jobs-prive', 'campus-formation'])
        expect(world.sink.of(partner, offerId)).toHaveLength(1);
    }
  }, 120_000);

  it('that lost their tables ask for every permit anew and say the same ids again', async () => {
    await endAll();
    const first = await world.publisher.start();
    const [shown, withdrawn] = [await world.show('emploi-public'), await world.show('emploi-public')];
    await allSent([shown, withdrawn], ['emploi-public']);
    const [before] = world.sink.of('emploi-public', shown);
    await first.end();
    await world.decide(withdrawn, null, remove('emploi-public', 2));
    await world.publisher.dataSource.query('delete from posting');
    await world.publisher.dataSource.query('delete from offer_view');
    await world.publisher.dataSource.query('delete from seen_version');
    await world.publisher.dataSource.query('delete from stored_offset');
    world.consent.forgetCounts();
    await world.publisher.start();
    await eventually(async () => expect((await world.row(withdrawn, 'emploi-public')).state).toBe('removed'), {
      timeoutMs: 30_000,
    });
    await eventually(async () => expect((await world.row(shown, 'emploi-public')).state).toBe('sent'), {
      timeoutMs: 30_000,
    });
    const again = world.sink.of('emploi-public', shown).at(-1);
    expect(again?.headers['webhook-id']).toBe(before?.headers['webhook-id']);
    expect(world.sink.story('emploi-public', withdrawn)).toEqual(['offer.published', 'offer.removed']);
    expect(world.consent.asks.filter(({ offerId, kind }) => offerId === withdrawn && kind === 'show')).toEqual([]);
  }, 120_000);

  const endAll = () => world.publisher.endAll();
  const owners = async (): Promise<Record<string, string>> => {
    const rows: { partner_id: string; owner: string }[] = await world.publisher.dataSource.query(
      'select partner_id, owner from lane where owner is not null',
    );
    return Object.fromEntries(rows.map(({ partner_id: partner, owner }) => [partner, owner]));
  };
  const allSent = async (offers: readonly string[], partners = ['emploi-public', 'jobs-prive', 'campus-formation']) => {
    await eventually(
      async () => {
        const [sent] = await world.publisher.dataSource.query(
          `select count(*)::int as count from posting where offer_id = any($1) and partner_id = any($2) and state = 'sent'`,
          [offers, partners],
        );
        expect(sent.count).toBe(offers.length * partners.length);
      },
      { timeoutMs: 40_000 },
    );
  };
});
