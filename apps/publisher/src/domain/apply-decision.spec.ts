import type { WantedPosting } from '@accord/contracts/events/publication-decided';
import fc from 'fast-check';

import { agreement, aPosting, digest, now, offerId, remove, show } from '../../test/support/postings.js';
import { afterErasure, postingsAfterDecision } from './apply-decision.js';
import { isOpen, type Posting } from './posting.js';

const facts = { offerId, decidedAt: new Date('2026-11-24T08:59:59.000Z'), now };
const decide = (postings: readonly Posting[], ...listed: WantedPosting[]) =>
  postingsAfterDecision(postings, listed, facts);
const shown = (version: number, change: Partial<Posting> = {}) =>
  aPosting({
    wanted: { kind: 'show', version, revision: 1, digest, agreement },
    known: { kind: 'show', version, revision: 1 },
    mayHold: true,
    state: 'live',
    publicUrl: 'https://emploi.example/1',
    dueAt: undefined,
    ...change,
  });
const removed = (version: number) =>
  aPosting({
    wanted: { kind: 'remove', version, because: 'withdrawn' },
    known: { kind: 'remove', version },
    state: 'removed',
    dueAt: undefined,
  });

describe('a partner that the decision lists for the first time', () => {
  it('is to be shown the offer, at once', () => {
    const [posting] = decide([], show(1));
    expect(posting).toMatchObject({ state: 'pending', mayHold: false, known: { version: 0 }, dueAt: now });
    expect(posting && isOpen(posting)).toBe(true);
  });
  it('may hold the offer if it is listed for removal, since only a partner with a permit ever is', () =>
    expect(decide([], remove(4))).toEqual([
      expect.objectContaining({ state: 'removing', mayHold: true, reason: 'agreement-withdrawn', dueAt: now }),
    ]));
});

describe('a partner with a posting', () => {
  it('gets a newer version', () =>
    expect(decide([shown(3)], show(4, 2))).toEqual([
      expect.objectContaining({
        state: 'pending',
        mayHold: true,
        wanted: expect.objectContaining({ revision: 2 }),
        dueAt: now,
      }),
    ]));
  it('keeps its posting id, and the address it shows at, over an edit', () =>
    expect(decide([shown(3)], show(4, 2))).toEqual([
      expect.objectContaining({ id: shown(3).id, publicUrl: 'https://emploi.example/1' }),
    ]));
  it('is told to remove, even if we believe it never had the offer', () =>
    expect(decide([aPosting()], remove(4))).toEqual([expect.objectContaining({ state: 'removing', mayHold: true })]));
  it('starts its schedule anew at a new version', () =>
    expect(decide([aPosting({ attempts: 9, state: 'failing', asks: 4 })], show(4))).toEqual([
      expect.objectContaining({ attempts: 0, asks: 0, state: 'pending', dueAt: now }),
    ]));
  it.each([
    ['the same version', show(3)],
    ['an older version', show(2)],
    ['an older removal', remove(2)],
    ['the same version as a removal', remove(3)],
  ])('is left alone by %s', (_name, listing) => expect(decide([shown(3)], listing)).toEqual([]));
  it('is left alone by the removal it confirmed', () => expect(decide([removed(5)], remove(5))).toEqual([]));
});

describe('a partner that the decision does not list', () => {
  it('is wanted nothing of if it never had the offer', () =>
    expect(decide([aPosting()])).toEqual([
      expect.objectContaining({ wanted: { kind: 'nothing', version: 3 }, state: 'notAllowed', dueAt: undefined }),
    ]));
  it('is shown as unconfirmed if it may have it: a removal too needs the word of consent', () =>
    expect(decide([shown(3)])).toEqual([
      expect.objectContaining({ state: 'removalUnconfirmed', mayHold: true, dueAt: undefined, reason: 'not-listed' }),
    ]));
  it('stays removed', () => expect(decide([removed(5)])).toEqual([]));
  it('is wanted again when it is listed again, at whatever version', () => {
    const [unlisted] = decide([aPosting()]);
    expect(unlisted && decide([unlisted], show(3))).toEqual([
      expect.objectContaining({ state: 'pending', dueAt: now }),
    ]);
  });
});

describe('an erased offer', () => {
  it('wants nothing more of anyone', () =>
    expect(afterErasure(aPosting(), now)).toMatchObject({ wanted: { kind: 'nothing' }, reason: 'offer-erased' }));
});

describe('decisions in any order, repeated as often as one likes', () => {
  const partners = ['emploi-public', 'jobs-prive'];
  const listing = fc
    .record({ partner: fc.constantFrom(...partners), version: fc.integer({ min: 1, max: 9 }), removes: fc.boolean() })
    .map(({ partner, version, removes }) => ({ ...(removes ? remove(version) : show(version)), partner }));
  const apply = (postings: readonly Posting[], listed: readonly WantedPosting[]) => {
    const after = new Map(postings.map((posting) => [posting.partner, posting]));
    // Every partner stays listed, as consent lists them; their versions are what is shuffled.
    const all = partners.map((partner) => listed.find((one) => one.partner === partner) ?? { ...show(1), partner });
    for (const posting of postingsAfterDecision(postings, all, facts)) after.set(posting.partner, posting);
    return [...after.values()];
  };

  it('end at the highest version of each partner', () =>
    fc.assert(
      fc.property(fc.array(fc.array(listing, { maxLength: 2 }), { minLength: 1, maxLength: 8 }), (decisions) => {
        const end = decisions.reduce<Posting[]>(apply, []);
        return end.every(({ partner, wanted }) => {
          const said = decisions.map((all) => all.find((one) => one.partner === partner)?.version ?? 1);
          return wanted.version === Math.max(...said);
        });
      }),
    ));

  it('change nothing the second time', () =>
    fc.assert(
      fc.property(fc.array(listing, { maxLength: 2 }), (decision) => {
        const once = apply([], decision);
        return apply(once, decision).every((posting) => once.includes(posting));
      }),
    ));
});
