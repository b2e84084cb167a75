import { partnerRegistered } from '@accord/contracts/events/partner-registered';
import { eventually } from '@accord/testing/eventually';

import { showable } from './support/showable.js';
import { remove, show, World } from './support/world.js';

describe('what a partner answers', () => {
  let world: World;
  let count = 0;

  beforeAll(async () => {
    world = await World.start({ RETRY_SCALE: '0.0003', PARTNER_TIMEOUT_MS: '1000', BREAKER_RESET_MS: '400' });
  });
  afterEach(() => expect(world.sink.violations.splice(0)).toEqual([]));
  afterAll(() => world.stop());

  /** A partner of this test's own, so that no test sees another's circuit or pause. */
  async function aPartner(change: object = {}): Promise<string> {
    const partner = `partner-${(count += 1)}`;
    await world.register({ partner, ...change });
    return partner;
  }
  const attemptsOf = (offerId: string): Promise<Record<string, unknown>[]> =>
    world.publisher.dataSource.query('select * from attempt where offer_id = $1 order by at', [offerId]);

  it('500 is repeated on the schedule under the same id, each time with a new time and signature', async () => {
    const partner = await aPartner();
    world.sink.behave(partner, { status: 500, body: 'no' });
    const offerId = await world.show(partner);
    await eventually(() => expect(world.sink.of(partner).length).toBeGreaterThanOrEqual(3));
    world.sink.behave(partner, { status: 202 });
    await world.until(offerId, partner, 'sent');
    const all = world.sink.of(partner);
    expect(new Set(all.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(all.map(({ text }) => text)).size).toBe(1);
    expect(new Set(all.map(({ headers }) => headers['accord-permit'])).size).toBe(all.length);
    const attempts = await attemptsOf(offerId);
    expect(attempts.map(({ number }) => number)).toEqual(all.map((_one, at) => at + 1));
    expect(attempts.at(0)).toMatchObject({ result: 'failed', error: 'http-500', status: 500, sent: 'maybe' });
    expect(attempts.at(-1)).toMatchObject({ result: 'received', status: 202, sent: 'all' });
  });

  it('is shown as failing once the schedule is used up, and tried on', async () => {
    const partner = await aPartner();
    world.sink.behave(partner, { status: 422 });
    const offerId = await world.show(partner);
    await world.publisher.dataSource
      .query('update posting set attempts = 10 where offer_id = $1', [offerId])
      .catch(() => 0);
    await eventually(async () => {
      await world.publisher.dataSource.query('update posting set attempts = 10 where offer_id = $1 and attempts < 10', [
        offerId,
      ]);
      expect(await world.row(offerId, partner)).toMatchObject({ state: 'failing', reason: 'http-422', waits: true });
    });
  });

  it('409 refuses this posting until there is a newer version', async () => {
    const partner = await aPartner();
    world.sink.behave(partner, { status: 409 });
    const offerId = await world.show(partner);
    expect(await world.until(offerId, partner, 'refused')).toMatchObject({ due_at: null, reason: 'http-409' });
    world.sink.behave(partner, { status: 202 });
    await world.decide(offerId, showable(offerId, { revision: 2 }), show(partner, 2));
    await world.until(offerId, partner, 'sent');
    expect(world.sink.of(partner)).toHaveLength(2);
  });

  it('4xx shows that the partner is up: one bad offer holds up no other', async () => {
    const partner = await aPartner();
    world.sink.behave(partner, { status: 400 });
    const offers = await Promise.all(Array.from({ length: 8 }, () => world.show(partner)));
    await eventually(() => expect(world.sink.of(partner).length).toBeGreaterThan(16));
    world.sink.behave(partner, { status: 202 });
    for (const offerId of offers) await world.until(offerId, partner, 'sent');
  });

  it.each([429, 503])('%i with Retry-After pauses the endpoint as long as it asks', async (status) => {
    const partner = await aPartner({ limits: { concurrency: 1, ratePerSecond: 1_000 } });
    world.sink.behave(partner, { status, headers: { 'retry-after': '1' } });
    const [first] = [await world.show(partner)];
    await eventually(() => expect(world.sink.of(partner)).toHaveLength(1));
    world.sink.behave(partner, { status: 202 });
    const second = await world.show(partner);
    await world.until(first, partner, 'sent');
    await world.until(second, partner, 'sent');
    const [asked, next] = world.sink.of(partner);
    expect((next?.at ?? 0) - (asked?.at ?? 0)).toBeGreaterThanOrEqual(950);
  });

  it('410 pauses the endpoint: kept, told, and sent once the partner takes a test event', async () => {
    const partner = await aPartner();
    world.sink.behave(partner, { status: 410 });
    const first = await world.show(partner);
    await eventually(async () => expect(await world.row(first, partner)).toMatchObject({ reason: 'endpoint-gone' }));
    const second = await world.show(partner);
    const console = await world.publisher.as({ id: partner, role: 'partner' });
    const refused = await console.post('/v1/partners/me/test-events', { message: 'Bonjour' });
    expect(refused).toMatchObject({ status: 200, body: { result: 'gone', status: 410 } });
    expect(world.sink.story(partner, first)).toEqual(['offer.published']);
    expect(world.sink.of(partner, second)).toEqual([]);
    world.sink.behave(partner, { status: 202 });
    const taken = await console.post('/v1/partners/me/test-events', { message: 'Bonjour' });
    expect(taken).toMatchObject({ status: 200, body: { result: 'received' } });
    await world.until(first, partner, 'sent');
    await world.until(second, partner, 'sent');
  });

  it('410 counts no more once the endpoint is another one', async () => {
    const partner = await aPartner();
    world.sink.behave(partner, { status: 410 });
    const offerId = await world.show(partner);
    await eventually(async () => expect(await world.row(offerId, partner)).toMatchObject({ reason: 'endpoint-gone' }));
    const elsewhere = world.endpoint(partner, { url: `${world.sink.endpointOf(partner)}/new` });
    world.sink.behave(partner, { status: 202 });
    await world.topics.write(partnerRegistered, world.registration({ partner, endpoint: elsewhere }));
    await world.until(offerId, partner, 'sent');
    expect(world.sink.of(partner).map(({ path }) => path)).toEqual([`/${partner}`, `/${partner}/new`]);
  });

  it('a paused endpoint gets nothing and loses nothing; a partner away for long gets the last state, not the history', async () => {
    const partner = await aPartner();
    await world.topics.write(
      partnerRegistered,
      world.registration({ partner, endpoint: world.endpoint(partner, { paused: true }) }),
    );
    await eventually(async () => {
      const [row] = await world.publisher.dataSource.query('select endpoint from partner where partner_id = $1', [
        partner,
      ]);
      expect(row.endpoint.paused).toBe(true);
    });
    const other = await aPartner();
    const offerId = await world.show(partner, other);
    await world.until(offerId, other, 'sent');
    await world.decide(offerId, showable(offerId, { revision: 2 }), show(partner, 2), show(other, 2));
    await world.decide(offerId, showable(offerId, { revision: 3 }), show(partner, 3), show(other, 3));
    await eventually(async () => expect(await world.row(offerId, other)).toMatchObject({ known_version: '3' }));
    expect(world.sink.of(partner)).toEqual([]);
    await world.topics.write(partnerRegistered, world.registration({ partner }));
    await world.until(offerId, partner, 'sent');
    expect(world.sink.of(partner).map(({ headers }) => String(headers['webhook-id']).split('.')[1])).toEqual(['3']);
  });

  it('removals go before everything else that waits', async () => {
    const partner = await aPartner({ limits: { concurrency: 1, ratePerSecond: 1_000 } });
    const shown = await world.show(partner);
    await world.until(shown, partner, 'sent');
    world.sink.behave(partner, { status: 202, delayMs: 100 });
    const others = await Promise.all(Array.from({ length: 12 }, () => world.show(partner)));
    await world.decide(shown, null, remove(partner, 2));
    await world.until(shown, partner, 'removed');
    const waiting = await Promise.all(others.map((offerId) => world.row(offerId, partner)));
    expect(waiting.filter(({ state }) => state === 'pending').length).toBeGreaterThan(0);
    for (const offerId of others) await world.until(offerId, partner, 'sent');
  });

  it('a partner that does not answer costs the others nothing, and is asked less and less', async () => {
    const [dead, ...healthy] = [await aPartner(), await aPartner(), await aPartner(), await aPartner()];
    world.sink.behave(dead ?? '', 'hang');
    const offers = [];
    for (let at = 0; at < 25; at += 1) offers.push(await world.show(dead ?? '', ...healthy));
    for (const offerId of offers) {
      for (const partner of healthy) await world.until(offerId, partner, 'sent');
    }
    // All of theirs arrived while at most a handful was tried at the dead one: its slots, then its circuit.
    expect(world.sink.of(dead ?? '').length).toBeLessThan(offers.length);
    await eventually(() =>
      expect(world.sink.cut.filter((partner) => partner === dead).length).toBeGreaterThanOrEqual(5),
    );
    const tried = world.sink.of(dead ?? '').length;
    const untouched = await world.publisher.dataSource.query(
      'select count(*)::int as count from posting where partner_id = $1 and attempts = 0 and state = $2',
      [dead, 'pending'],
    );
    // A short-circuited posting has used no attempt.
    expect(untouched[0].count).toBeGreaterThan(offers.length - tried - 1);
    world.sink.behave(dead ?? '', { status: 202 });
    for (const offerId of offers) await world.until(offerId, dead ?? '', 'sent');
  }, 60_000);

  it('a removal that fails goes on until it is confirmed', async () => {
    const partner = await aPartner();
    const offerId = await world.show(partner);
    await world.until(offerId, partner, 'sent');
    world.sink.behave(partner, { status: 404 });
    await world.decide(offerId, null, remove(partner, 2));
    await eventually(() => expect(world.sink.of(partner, offerId).length).toBeGreaterThan(3));
    expect(await world.row(offerId, partner)).toMatchObject({ state: 'removing', may_hold: true, reason: 'http-404' });
    world.sink.behave(partner, { status: 204 });
    expect(await world.until(offerId, partner, 'removed')).toMatchObject({ may_hold: false });
  });

  it('requests keep to the partner’s rate', async () => {
    const partner = await aPartner({ limits: { concurrency: 8, ratePerSecond: 5 } });
    const offers = await Promise.all(Array.from({ length: 10 }, () => world.show(partner)));
    for (const offerId of offers) await world.until(offerId, partner, 'sent');
    const times = world.sink
      .of(partner)
      .map(({ at }) => at)
      .sort((a, b) => a - b);
    expect(times).toHaveLength(10);
    // A burst of five, then five a second: the last five take one second.
    expect((times.at(-1) ?? 0) - (times.at(0) ?? 0)).toBeGreaterThan(850);
  });

  it('is kept, in the attempt, for the partner and the operator to read', async () => {
    const partner = await aPartner();
    world.sink.behave(partner, { status: 500, headers: { 'content-type': 'text/plain' }, body: 'x'.repeat(20_000) });
    const offerId = await world.show(partner);
    await eventually(async () => expect((await attemptsOf(offerId)).length).toBeGreaterThan(0));
    world.sink.behave(partner, { status: 202 });
    await world.until(offerId, partner, 'sent');
    const [first] = await attemptsOf(offerId);
    const operator = await world.publisher.as({ id: 'operator-1', role: 'operator' });
    const { body } = await operator.get(`/v1/deliveries/${String(first?.attempt_id)}`);
    expect(body).toMatchObject({
      offerId,
      partner,
      status: 500,
      error: 'http-500',
      reply: { contentType: 'text/plain', text: 'x'.repeat(16_384), truncated: true },
    });
  });
});
