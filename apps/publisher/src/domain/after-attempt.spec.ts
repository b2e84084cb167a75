import fc from 'fast-check';

import { anyResult, aPosting, attemptedOf, digest, agreement, now, pace, permit } from '../../test/support/postings.js';
import { afterAttempt, type AttemptFacts } from './after-attempt.js';
import type { AttemptResult } from './attempt-result.js';
import { isOpen, type Posting } from './posting.js';

const removing = (change: Partial<Posting> = {}) =>
  aPosting({
    wanted: { kind: 'remove', version: 4, because: 'withdrawn' },
    mayHold: true,
    state: 'removing',
    ...change,
  });
const answer = (posting: Posting, result: AttemptResult, change: Partial<AttemptFacts> = {}) => {
  const attempted = change.attempted ?? attemptedOf(posting);
  return afterAttempt(posting, { attempted, result, permit, ownedLease: true, now, pace, ...change });
};
const received = { kind: 'received', status: 202 } as const;
const failed = { kind: 'failed', reason: 'http-500', sent: 'maybe', outage: true } as const;
const inMs = (posting: Posting) => (posting.dueAt?.getTime() ?? Number.NaN) - now.getTime();

describe('an offer sent to a partner', () => {
  it('is known to be there once the partner received it', () => {
    const after = answer(aPosting(), received);
    expect(after).toMatchObject({
      state: 'sent',
      known: { kind: 'show', version: 3, revision: 1 },
      mayHold: true,
      attempts: 1,
      permit,
    });
    expect(isOpen(after)).toBe(false);
  });
  it('is live at once where its address is known from the version before', () =>
    expect(answer(aPosting({ publicUrl: 'https://emploi.example/1' }), received).state).toBe('live'));
  it('is not repeated where the partner refused it, until a newer version', () =>
    expect(answer(aPosting(), { kind: 'refused', status: 409 })).toMatchObject({
      state: 'refused',
      reason: 'http-409',
      dueAt: undefined,
    }));
  it('waits as it is where the endpoint is gone', () => {
    const after = answer(aPosting(), { kind: 'gone', status: 410 });
    expect(after).toMatchObject({ state: 'pending', reason: 'endpoint-gone', dueAt: now });
    expect(isOpen(after)).toBe(true);
  });
  it('is repeated on the schedule after a failure, and says why', () => {
    const after = answer(aPosting(), failed);
    expect(after).toMatchObject({ state: 'pending', reason: 'http-500', attempts: 1, mayHold: true });
    expect(inMs(after)).toBe(5_000);
  });
  it('is repeated no sooner than the partner asks', () =>
    expect(inMs(answer(aPosting(), { ...failed, retryAfterMs: 90_000 }))).toBe(90_000));
  it('is failing once the schedule is used up, and tried daily', () => {
    const after = answer(aPosting({ attempts: 10 }), failed);
    expect(after.state).toBe('failing');
    expect(inMs(after)).toBe(86_400_000);
  });
  it('is not held by anyone if no byte of it left', () =>
    expect(answer(aPosting(), { ...failed, reason: 'connect', sent: 'nothing' }).mayHold).toBe(false));
});

describe('a removal', () => {
  it('is done once the partner confirmed it', () =>
    expect(answer(removing({ publicUrl: 'https://emploi.example/1' }), received)).toMatchObject({
      state: 'removed',
      mayHold: false,
      publicUrl: undefined,
      known: { kind: 'remove', version: 4 },
    }));
  it.each<AttemptResult>([{ kind: 'refused', status: 409 }, { ...failed, reason: 'http-404', outage: false }, failed])(
    'goes on until it is confirmed: %j is no confirmation',
    (result) => {
      const after = answer(removing(), result);
      expect(after).toMatchObject({ state: 'removing', mayHold: true });
      expect(isOpen(after)).toBe(true);
    },
  );
  it('is shown as unconfirmed once the schedule is used up, and still tried daily', () =>
    expect(answer(removing({ attempts: 10 }), failed)).toMatchObject({ state: 'removalUnconfirmed', mayHold: true }));
});

describe('an answer that comes when something else is wanted', () => {
  const edited = aPosting({ wanted: { kind: 'show', version: 5, revision: 2, digest, agreement } });
  const attempted = { kind: 'show', version: 3, revision: 1 } as const;

  it('tells what the partner has, and the newer version follows at once', () =>
    expect(answer(edited, received, { attempted })).toMatchObject({
      known: { kind: 'show', version: 3 },
      state: 'pending',
      attempts: 0,
      dueAt: now,
    }));
  it('of a request that was cut for a removal leaves the removal due', () =>
    expect(answer(removing(), { kind: 'cut', sent: 'maybe' }, { attempted })).toMatchObject({
      state: 'removing',
      mayHold: true,
      attempts: 0,
      dueAt: now,
    }));
  it('of an older version than what is known changes nothing of that', () => {
    const known = { kind: 'show', version: 4, revision: 2 } as const;
    expect(answer({ ...edited, known }, received, { attempted }).known).toEqual(known);
  });
  it('of a removal does not say that the partner is free of it, if someone else may be sending a newer version', () => {
    const shownAgain = aPosting({
      wanted: { kind: 'show', version: 5, revision: 2, digest, agreement },
      mayHold: true,
    });
    const late = { attempted: { kind: 'remove', version: 4 }, ownedLease: false } as const;
    expect(answer(shownAgain, received, late).mayHold).toBe(true);
    expect(answer(shownAgain, received, { ...late, ownedLease: true }).mayHold).toBe(false);
  });
  it('of a posting that is wanted nothing of shows that the partner may hold it', () =>
    expect(answer(aPosting({ wanted: { kind: 'nothing', version: 3 } }), received, { attempted })).toMatchObject({
      state: 'removalUnconfirmed',
      mayHold: true,
    }));
});

describe('whatever a partner answers', () => {
  const anyPosting = fc
    .record({ attempts: fc.nat(20), mayHold: fc.boolean(), removes: fc.boolean() })
    .map(({ attempts, mayHold, removes }) =>
      removes ? removing({ attempts, mayHold }) : aPosting({ attempts, mayHold }),
    );
  const random = fc.double({ min: 0, max: 0.999, noNaN: true });
  const anyAnswer = fc.record({ posting: anyPosting, result: anyResult, random });

  it('nothing is lost: a version is confirmed, refused by the partner, or still due', () =>
    fc.assert(
      fc.property(anyAnswer, ({ posting, result, random: r }) => {
        const after = answer(posting, result, { pace: { scale: 1, random: r } });
        return isOpen(after) || after.known.version === after.wanted.version || after.state === 'refused';
      }),
    ));
  it('only a confirmed removal says that the partner no longer holds the offer', () =>
    fc.assert(
      fc.property(anyAnswer, ({ posting, result }) => {
        const after = answer({ ...posting, mayHold: true }, result);
        return after.mayHold || (after.state === 'removed' && result.kind === 'received');
      }),
    ));
  it('what may have left counts as held', () =>
    fc.assert(
      fc.property(anyResult, (result) => {
        const left = !('sent' in result) || result.sent === 'maybe';
        return answer(aPosting(), result).mayHold === left;
      }),
    ));
});
