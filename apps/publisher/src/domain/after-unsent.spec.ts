import fc from 'fast-check';

import { agreement, aPosting, attemptedOf, digest, now, pace } from '../../test/support/postings.js';
import { afterUnsent } from './after-unsent.js';
import type { Unsent } from './attempt-result.js';
import { isOpen, type Posting } from './posting.js';

const given = (posting: Posting, unsent: Unsent) =>
  afterUnsent(posting, { attempted: attemptedOf(posting), unsent, now, pace });
const inMs = (posting: Posting) => (posting.dueAt?.getTime() ?? Number.NaN) - now.getTime();
const anyUnsent = fc.oneof(
  fc.record({ kind: fc.constant('refusal' as const), rule: fc.constantFrom('no-agreement', 'halted') }),
  fc.constant({ kind: 'askAgain' } as const),
  fc.record({ kind: fc.constant('notReady' as const), because: fc.constant('circuit-open') }),
  fc.record({ kind: fc.constant('unsendable' as const), because: fc.constant('digest-mismatch') }),
);

describe('a posting that was not sent', () => {
  it('is not allowed when consent refuses, and is asked for again within five minutes', () => {
    const after = given(aPosting(), { kind: 'refusal', rule: 'no-agreement' });
    expect(after).toMatchObject({ state: 'notAllowed', reason: 'no-agreement' });
    expect(inMs(after)).toBe(240_000);
  });
  it('stays a removal when consent refuses that', () => {
    const removing = aPosting({ wanted: { kind: 'remove', version: 4, because: 'withdrawn' }, state: 'removing' });
    expect(given(removing, { kind: 'refusal', rule: 'not-current' }).state).toBe('removing');
  });
  it('is asked for again soon when consent says so, a little later each time', () => {
    const once = given(aPosting(), { kind: 'askAgain' });
    expect(inMs(once)).toBe(75);
    expect(inMs(given(once, { kind: 'askAgain' }))).toBe(150);
    expect(once.state).toBe('pending');
  });
  it('is failing when it is not what the permit is for', () =>
    expect(given(aPosting(), { kind: 'unsendable', because: 'digest-mismatch' })).toMatchObject({
      state: 'failing',
      reason: 'digest-mismatch',
    }));
  it('is due at once when something newer is wanted', () => {
    const edited = aPosting({ wanted: { kind: 'show', version: 9, revision: 2, digest, agreement } });
    const attempted = { kind: 'show', version: 3, revision: 1 } as const;
    const unsent = { kind: 'refusal', rule: 'not-current' } as const;
    expect(afterUnsent(edited, { attempted, unsent, now, pace })).toMatchObject({ state: 'pending', dueAt: now });
  });
  it('is not due when nothing more is wanted of it', () => {
    const unlisted = aPosting({ wanted: { kind: 'nothing', version: 3 }, state: 'notAllowed' });
    const attempted = { kind: 'show', version: 3, revision: 1 } as const;
    expect(afterUnsent(unlisted, { attempted, unsent: { kind: 'askAgain' }, now, pace }).dueAt).toBeUndefined();
  });
  it('costs no attempt, is not held by anyone for that, and stays due', () =>
    fc.assert(
      fc.property(anyUnsent, fc.boolean(), fc.nat(12), (unsent, mayHold, attempts) => {
        const after = given(aPosting({ mayHold, attempts }), unsent);
        return after.attempts === attempts && after.mayHold === mayHold && isOpen(after);
      }),
    ));
});
