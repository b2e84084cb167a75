import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { publicationDecided } from '@accord/contracts/events/publication-decided';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { ownIdentity, parseStat } from '../src/process-identity.js';
import { showable } from './support/showable.js';
import { remove, show, World } from './support/world.js';

describe('nothing leaves without a permit', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ RETRY_SCALE: '0.0005', PARTNER_TIMEOUT_MS: '8000' });
    await world.register({ partner: 'emploi-public' }, { partner: 'jobs-prive' });
  });
  afterEach(async () => {
    expect(world.sink.violations.splice(0)).toEqual([]);
    world.sink.behave('emploi-public', { status: 202 });
    await eventually(() => expect(world.consent.openPermits).toEqual([]));
    expect(contradictions()).toEqual([]);
  });
  afterAll(() => world.stop());

  /** Attempts that were closed first in one way, then in another: before their request was over. */
  const contradictions = (): string[] => {
    const said = new Map(world.consent.closures.map((one) => [one.attempt, JSON.stringify(one)]));
    const others = world.consent.closures.filter((one) => said.get(one.attempt) !== JSON.stringify(one));
    return others.map(({ attempt, outcome }) => `${attempt}: ${outcome}`);
  };
  const resultsOf = async (offerId: string): Promise<unknown[]> => {
    const attempts: { result: unknown }[] = await world.publisher.dataSource.query(
      'select result from attempt where offer_id = $1 order by at',
      [offerId],
    );
    return attempts.map(({ result }) => result);
  };
  const asksFor = (offerId: string) => world.consent.asks.filter((ask) => ask.offerId === offerId);

  it('a refusal costs no attempt, is shown, and is asked again later', async () => {
    world.consent.says = { answer: 'refusal', rule: 'no-agreement', reason: 'none in force' };
    const offerId = await world.show('emploi-public');
    expect(await world.until(offerId, 'emploi-public', 'notAllowed')).toMatchObject({
      reason: 'no-agreement',
      attempts: 0,
      may_hold: false,
    });
    world.consent.says = undefined;
    await world.until(offerId, 'emploi-public', 'sent');
  });

  it('a refused posting is asked for at once at a newer version', async () => {
    world.consent.says = { answer: 'refusal', rule: 'no-agreement', reason: 'none in force' };
    const offerId = await world.show('emploi-public');
    await world.until(offerId, 'emploi-public', 'notAllowed');
    await world.publisher.dataSource.query(
      `update posting set due_at = now() + interval '1 hour' where offer_id = $1`,
      [offerId],
    );
    world.consent.says = undefined;
    await world.decide(offerId, showable(offerId, { revision: 2 }), show('emploi-public', 2));
    await world.until(offerId, 'emploi-public', 'sent');
  });

  it('“retry” is asked again, a little later each time, each time as a new attempt', async () => {
    world.consent.says = { answer: 'retry', because: 'stop-intended' };
    const offerId = await world.show('emploi-public');
    await eventually(() => expect(asksFor(offerId).length).toBeGreaterThan(3));
    expect(await world.row(offerId, 'emploi-public')).toMatchObject({ state: 'pending', attempts: 0 });
    world.consent.says = undefined;
    await world.until(offerId, 'emploi-public', 'sent');
    const ids = asksFor(offerId).map(({ attempt }) => attempt);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('consent away: nothing is sent, removals wait too, and everything follows once it is back', async () => {
    const shown = await world.show('emploi-public');
    await world.until(shown, 'emploi-public', 'sent');
    const before = world.sink.arrivals.length;
    world.consent.isDown = true;
    const offers = await Promise.all([world.show('emploi-public'), world.show('jobs-prive')]);
    await world.decide(shown, null, remove('emploi-public', 2));
    await world.until(shown, 'emploi-public', 'removing');
    for (const offerId of offers) await eventually(() => rowExists(offerId));
    const metrics = await (await world.publisher.as()).get('/metrics');
    expect(metrics.status).toBe(200);
    expect(world.sink.arrivals).toHaveLength(before);
    world.consent.isDown = false;
    await world.until(offers[0], 'emploi-public', 'sent');
    await world.until(offers[1], 'jobs-prive', 'sent');
    await world.until(shown, 'emploi-public', 'removed');
    expect(await world.row(offers[0], 'emploi-public')).toMatchObject({ attempts: 1 });
  });
  const rowExists = async (offerId: string): Promise<void> => {
    const rows: unknown[] = await world.publisher.dataSource.query('select from posting where offer_id = $1', [
      offerId,
    ]);
    expect(rows).toHaveLength(1);
  };

  it('a lost answer leaks no permit: the ask is closed, and asked anew', async () => {
    world.consent.forgetCounts();
    world.consent.losesAnswers = 1;
    const offerId = await world.show('emploi-public');
    await world.until(offerId, 'emploi-public', 'sent');
    const [lost, ...later] = asksFor(offerId);
    expect(later.length).toBeGreaterThanOrEqual(1);
    await eventually(() =>
      expect(world.consent.closures).toContainEqual({ attempt: lost?.attempt, outcome: 'notSent' }),
    );
    expect(world.sink.of('emploi-public', offerId)).toHaveLength(1);
  });

  it('a closing that is not acknowledged is told again', async () => {
    world.consent.forgetCounts();
    world.consent.losesClosings = 2;
    const offerId = await world.show('emploi-public');
    const { permit } = await world.until(offerId, 'emploi-public', 'sent');
    const told = () => world.consent.closures.filter(({ attempt }) => attempt === permit);
    await eventually(() => expect(told().length).toBeGreaterThanOrEqual(3));
    expect(told()[0]).toEqual({ attempt: permit, outcome: 'answered', status: 202 });
  });

  it('a permit for anything but the text we hold sends nothing, and someone is told', async () => {
    world.consent.grantsDigest = 'f'.repeat(64);
    const offerId = await world.show('emploi-public');
    expect(await world.until(offerId, 'emploi-public', 'failing')).toMatchObject({
      reason: 'digest-mismatch',
      attempts: 0,
    });
    expect(world.sink.of('emploi-public', offerId)).toEqual([]);
    expect(world.publisher.log.of('posting.unsendable')).toContainEqual(
      expect.objectContaining({ level: 'error', offerId }),
    );
    world.consent.grantsDigest = undefined;
    await world.until(offerId, 'emploi-public', 'sent');
  });

  it('a text that was changed in our own table is not sent', async () => {
    world.consent.says = { answer: 'retry', because: 'stop-intended' };
    const offerId = await world.show('emploi-public');
    await eventually(() => expect(asksFor(offerId).length).toBeGreaterThan(0));
    await world.publisher.dataSource.query(
      `update offer_view set view = jsonb_set(view::jsonb, '{title}', '"Autre chose"')::json where offer_id = $1`,
      [offerId],
    );
    world.consent.says = undefined;
    await world.until(offerId, 'emploi-public', 'failing');
    expect(world.sink.of('emploi-public', offerId)).toEqual([]);
  });

  it('a withdrawal cuts the request on its way, closes its permit and sends the removal', async () => {
    world.sink.behave('emploi-public', 'hang');
    const offerId = await world.show('emploi-public');
    await eventually(() => expect(world.sink.of('emploi-public', offerId)).toHaveLength(1));
    const cutBefore = world.sink.cut.length;
    const [permit] = world.consent.openPermits;
    const decision = world.decision(offerId, null, remove('emploi-public', 2));
    world.sink.behave('emploi-public', { status: 202 });
    await world.topics.write(publicationDecided, decision);
    // Cut, not run into its own deadline.
    await eventually(() => expect(world.consent.closures).toContainEqual({ attempt: permit?.attempt, outcome: 'cut' }));
    expect(world.sink.cut.length).toBe(cutBefore + 1);
    await world.until(offerId, 'emploi-public', 'removed');
    expect(world.sink.story('emploi-public', offerId)).toEqual(['offer.published', 'offer.removed']);
    const attempts = await world.publisher.dataSource.query(
      'select kind, result, sent from attempt where offer_id = $1 order by at',
      [offerId],
    );
    expect(attempts).toEqual([
      { kind: 'show', result: 'cut', sent: 'maybe' },
      { kind: 'remove', result: 'received', sent: 'all' },
    ]);
  });

  it('a session that consent ended cuts what is on its way, and another is opened', async () => {
    world.sink.behave('emploi-public', 'hang');
    const offerId = await world.show('emploi-public');
    await eventually(() => expect(world.sink.of('emploi-public', offerId)).toHaveLength(1));
    world.sink.behave('emploi-public', { status: 202 });
    const [session] = world.consent.sessionIds;
    world.consent.end(session ?? '');
    const other = await world.show('jobs-prive');
    await world.until(other, 'jobs-prive', 'sent');
    await world.until(offerId, 'emploi-public', 'sent');
    expect(await resultsOf(offerId)).toEqual(['cut', 'received']);
    expect(world.consent.sessionIds).not.toContain(session);
  });

  it('the session of a process that is provably dead is fenced; of one that is stopped, or elsewhere, never', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const startTime = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.startTime ?? '';
    child.kill('SIGSTOP');
    const stopped = world.consent.addSession({ ...ownIdentity(), pid, startTime });
    const elsewhere = world.consent.addSession({ ...ownIdentity(), host: 'elsewhere', pid: 1, startTime: '1' });
    const dead = world.consent.addSession({ ...ownIdentity(), startTime: '1' });
    await eventually(() => expect(world.consent.fenced).toContain(dead));
    expect(world.consent.sessionIds).toEqual(expect.arrayContaining([stopped, elsewhere]));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await eventually(() => expect(world.consent.fenced).toContain(stopped));
    expect(world.consent.fenced).not.toContain(elsewhere);
  });

  it('a decision of an offer nobody may show asks for nothing', async () => {
    world.consent.forgetCounts();
    const offerId = uuid();
    await world.decide(offerId, showable(offerId));
    const after = await world.show('emploi-public');
    await world.until(after, 'emploi-public', 'sent');
    expect(asksFor(offerId)).toEqual([]);
  });
});
