import { effectOf, mayClaim, mayDecide, type Judged, type ReviewFacts } from './review-life.js';

const now = new Date('2026-11-24T11:00:00Z');
const later = new Date('2026-11-24T11:15:00Z');
const earlier = new Date('2026-11-24T10:59:59Z');
const open: ReviewFacts = { kind: 'doubt', state: 'open', version: 2, revision: 1 };
const judged: Judged = { revision: 1, version: 2 };

const given = (change: Partial<ReviewFacts>) => ({ ...open, ...change });

describe('a review', () => {
  it('may be taken by any moderator', () => expect(mayClaim(open, 'ada', now)).toBeUndefined());
  it('is its holder’s to take again', () =>
    expect(mayClaim(given({ claim: { by: 'ada', until: later } }), 'ada', now)).toBeUndefined());
  it('is nobody else’s while the claim lasts', () =>
    expect(mayClaim(given({ claim: { by: 'ada', until: later } }), 'bob', now)).toBe('claimed'));
  it('is free again when the claim has run out', () =>
    expect(mayClaim(given({ claim: { by: 'ada', until: earlier } }), 'bob', now)).toBeUndefined());
  it.each(['decided', 'superseded'] as const)('cannot be taken once %s', (state) =>
    expect(mayClaim(given({ state }), 'ada', now)).toBe(state),
  );
  it('of an appeal is for another moderator than the one it contests', () => {
    expect(mayClaim(given({ kind: 'appeal', contested: 'ada' }), 'ada', now)).toBe('own-verdict');
    expect(mayClaim(given({ kind: 'appeal', contested: 'ada' }), 'bob', now)).toBeUndefined();
    expect(mayClaim(given({ kind: 'appeal' }), 'ada', now)).toBeUndefined();
  });
});

describe('a decision', () => {
  it('stands on what was read', () => expect(mayDecide(open, 'ada', judged, now)).toBeUndefined());
  it('needs no version where the caller gives none', () =>
    expect(mayDecide(open, 'ada', { revision: 1 }, now)).toBeUndefined());
  it('falls with another version of the review', () =>
    expect(mayDecide(open, 'ada', { ...judged, version: 1 }, now)).toBe('stale'));
  it('falls with another text', () =>
    expect(mayDecide(given({ revision: 2 }), 'ada', judged, now)).toBe('other-revision'));
  it('falls with another’s claim', () =>
    expect(mayDecide(given({ claim: { by: 'bob', until: later } }), 'ada', judged, now)).toBe('claimed'));
  it('falls when it was made already', () =>
    expect(mayDecide(given({ state: 'decided' }), 'ada', judged, now)).toBe('decided'));
});

describe('the effect of a decision', () => {
  const said = { verdict: 'rejected', takeDown: false } as const;
  it('is the verdict', () => {
    expect(effectOf('doubt', said)).toEqual({ kind: 'verdict', ...said });
    expect(effectOf('appeal', { verdict: 'approved', takeDown: false })).toMatchObject({ verdict: 'approved' });
  });
  it('of a report that holds takes down what readers saw', () =>
    expect(effectOf('report', said)).toEqual({ kind: 'verdict', verdict: 'rejected', takeDown: true }));
  it('of a report that does not hold is none', () =>
    expect(effectOf('report', { verdict: 'approved', takeDown: false })).toEqual({ kind: 'dismissed' }));
});
