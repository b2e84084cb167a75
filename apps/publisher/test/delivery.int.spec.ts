import { postingChanged } from '@accord/contracts/events/posting-changed';
import { publicationDecided } from '@accord/contracts/events/publication-decided';
import { eventually } from '@accord/testing/eventually';
import { Webhook } from 'standardwebhooks';
import { v7 as uuid } from 'uuid';

import { showable } from './support/showable.js';
import { remove, show, World } from './support/world.js';

describe('the way of one offer to its partners', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
    await world.register({ partner: 'emploi-public' }, { partner: 'jobs-prive' }, { partner: 'campus-formation' });
  });
  afterEach(() => expect(world.sink.violations).toEqual([]));
  afterAll(() => world.stop());

  it('reaches each of them once, signed, with its own proof, and no other', async () => {
    const offerId = await world.show('emploi-public', 'jobs-prive');
    for (const partner of ['emploi-public', 'jobs-prive']) {
      const row = await world.until(offerId, partner, 'sent');
      const [arrival, ...others] = world.sink.of(partner, offerId);
      expect(others).toEqual([]);
      expect(arrival?.body).toMatchObject({
        type: 'offer.published',
        data: { postingId: row.posting_id, offerId, version: 1, format: 'canonical-json' },
      });
      expect(arrival?.headers['webhook-id']).toBe(`${row.posting_id}.1`);
      expect(arrival?.headers['accord-permit']).toBe(`proof.of.${row.permit}`);
      const headers = Object.fromEntries(
        Object.entries(arrival?.headers ?? {}).map(([name, value]) => [name, String(value)]),
      );
      expect(() => new Webhook(world.keys.secret).verify(arrival?.text ?? '', headers)).not.toThrow();
    }
    expect(world.sink.of('campus-formation', offerId)).toEqual([]);
  });

  it('is told as it goes, with versions that grow', async () => {
    const offerId = await world.show('emploi-public');
    await world.until(offerId, 'emploi-public', 'sent');
    const outcome = await eventually(async () => {
      const told = await world.outcome(offerId, 'emploi-public');
      expect(told?.state).toBe('sent');
      return told;
    });
    expect(outcome).toMatchObject({ wantedVersion: 1, knownVersion: 1, mayHold: true, revision: 1, attempts: 1 });
    const row = await world.row(offerId, 'emploi-public');
    expect(outcome?.version).toBe(Number(row.outcome_version));
  });

  it('goes to a partner that is added, and is not sent again to the first', async () => {
    const offerId = await world.show('emploi-public');
    await world.until(offerId, 'emploi-public', 'sent');
    await world.decide(offerId, showable(offerId), show('emploi-public', 1), show('jobs-prive', 2));
    await world.until(offerId, 'jobs-prive', 'sent');
    expect(world.sink.story('emploi-public', offerId)).toEqual(['offer.published']);
  });

  it('is updated by an edit: the same posting, a new version', async () => {
    const offerId = await world.show('emploi-public');
    const { posting_id: postingId } = await world.until(offerId, 'emploi-public', 'sent');
    await world.decide(
      offerId,
      showable(offerId, { revision: 2, title: 'Boulanger confirmé' }),
      show('emploi-public', 2),
    );
    await eventually(() =>
      expect(world.sink.story('emploi-public', offerId)).toEqual(['offer.published', 'offer.updated']),
    );
    const [, update] = world.sink.of('emploi-public', offerId);
    expect(update?.headers['webhook-id']).toBe(`${postingId}.2`);
    expect(update?.text).toContain('Boulanger confirmé');
  });

  it('comes down by a removal without proof or content, which ends when it is confirmed', async () => {
    const offerId = await world.show('emploi-public');
    await world.until(offerId, 'emploi-public', 'sent');
    await world.decide(offerId, null, remove('emploi-public', 2));
    const row = await world.until(offerId, 'emploi-public', 'removed');
    expect(row).toMatchObject({ may_hold: false, known: 'remove', reason: 'agreement-withdrawn' });
    const [, removal] = world.sink.of('emploi-public', offerId);
    expect(removal?.headers).not.toHaveProperty('accord-permit');
    expect(removal?.text).not.toContain('Boulanger');
    const views = await world.publisher.dataSource.query('select from offer_view where offer_id = $1', [offerId]);
    expect(views).toEqual([]);
  });

  it('is removed from a partner that we know nothing of, since it may have it all the same', async () => {
    const offerId = uuid();
    await world.decide(offerId, null, remove('emploi-public', 7));
    await world.until(offerId, 'emploi-public', 'removed');
    expect(world.sink.story('emploi-public', offerId)).toEqual(['offer.removed']);
  });

  it('can be published again after it was removed', async () => {
    const offerId = await world.show('emploi-public');
    await world.until(offerId, 'emploi-public', 'sent');
    await world.decide(offerId, null, remove('emploi-public', 2));
    await world.until(offerId, 'emploi-public', 'removed');
    await world.decide(offerId, showable(offerId), show('emploi-public', 3));
    await world.until(offerId, 'emploi-public', 'sent');
    expect(world.sink.story('emploi-public', offerId)).toEqual(['offer.published', 'offer.removed', 'offer.published']);
  });

  it('is not changed by decisions that are repeated, late or replayed', async () => {
    const offerId = uuid();
    const all = [
      world.decision(offerId, showable(offerId), show('emploi-public', 1), show('jobs-prive', 1)),
      world.decision(offerId, showable(offerId, { revision: 2 }), show('emploi-public', 2), show('jobs-prive', 2)),
      world.decision(offerId, null, remove('emploi-public', 3), remove('jobs-prive', 3)),
      world.decision(offerId, showable(offerId, { revision: 3 }), show('emploi-public', 4), remove('jobs-prive', 3)),
    ];
    const [first, second, third, last] = all;
    await world.topics.write(publicationDecided, ...[last, first, second, third, last].flatMap((one) => one ?? []));
    await world.until(offerId, 'emploi-public', 'sent');
    await world.until(offerId, 'jobs-prive', 'removed');
    await world.topics.write(publicationDecided, ...all, ...all.toReversed());
    const after = await world.show('emploi-public', 'jobs-prive');
    await world.until(after, 'emploi-public', 'sent');
    await world.until(after, 'jobs-prive', 'sent');
    expect(world.sink.story('emploi-public', offerId)).toEqual(['offer.published']);
    expect(world.sink.story('jobs-prive', offerId)).toEqual(['offer.removed']);
    expect(await world.row(offerId, 'emploi-public')).toMatchObject({ wanted_version: '4', known_version: '4' });
  });

  it('is forgotten when it is erased, but for where it may still be', async () => {
    const [sent, unsent] = [await world.show('emploi-public'), uuid()];
    await world.until(sent, 'emploi-public', 'sent');
    await world.decide(unsent, showable(unsent), show('nobody-yet', 1));
    await world.until(unsent, 'nobody-yet', 'pending');
    await world.topics.erase(publicationDecided, sent, 2);
    await world.topics.erase(publicationDecided, unsent, 2);
    await world.until(sent, 'emploi-public', 'removalUnconfirmed');
    await eventually(() => expect(world.row(unsent, 'nobody-yet')).rejects.toThrow('no such posting'));
    const told = await eventually(async () => {
      const last = await world.topics.last(postingChanged);
      expect(last.get(`${unsent}:nobody-yet`)).toBeNull();
      return last;
    });
    expect(told.get(`${sent}:emploi-public`)).toMatchObject({ mayHold: true, reason: 'offer-erased' });
    expect(
      await world.publisher.dataSource.query('select from offer_view where offer_id = any($1)', [[sent, unsent]]),
    ).toEqual([]);
  });
});
