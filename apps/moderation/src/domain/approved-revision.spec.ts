import { standingAfter, type Word } from './approved-revision.js';

const word: Word = { revision: 3, verdict: 'approved', takeDown: false, approvedBefore: 2 };
const given = (change: Partial<Word>) => ({
  leaves: (approvedRevision: number | undefined, takeDown = false) =>
    expect(standingAfter({ ...word, ...change })).toEqual({ approvedRevision, takeDown }),
});

describe('what may be shown', () => {
  it('is what was approved', () => given({}).leaves(3));
  it('is what was approved first', () => given({ approvedBefore: undefined }).leaves(3));
  it('stays what it was while an edit is in doubt', () => given({ verdict: 'inReview' }).leaves(2));
  it('stays what it was when an edit must change', () => given({ verdict: 'changesRequested' }).leaves(2));
  it('stays what it was when an edit is refused', () => given({ verdict: 'rejected' }).leaves(2));
  it('is nothing when a refusal takes it down', () =>
    given({ verdict: 'rejected', takeDown: true }).leaves(undefined, true));
  it('is nothing when what was approved is refused after all', () =>
    given({ verdict: 'changesRequested', approvedBefore: 3 }).leaves(undefined, true));
  it('is nothing before anything is approved', () =>
    given({ verdict: 'rejected', approvedBefore: undefined }).leaves(undefined));
});
