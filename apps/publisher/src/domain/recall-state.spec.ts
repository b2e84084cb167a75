import { aPosting, now, pace, remove } from '../../test/support/postings.js';
import { afterAttempt } from './after-attempt.js';
import { postingsAfterDecision } from './apply-decision.js';
import { afterLook, recalled } from './recall-state.js';
import type { Posting } from './posting.js';

const HOUR = 3_600_000;
const at = (ms: number) => new Date(now.getTime() + ms);
const shown = aPosting({
  known: { kind: 'show', version: 3, revision: 1 },
  state: 'live',
  mayHold: true,
  dueAt: undefined,
  publicUrl: 'https://jobs.example/4711',
});

function takenDown(): Posting {
  const [after] = postingsAfterDecision([shown], [remove(4)], { offerId: shown.offerId, decidedAt: now, now });
  if (after === undefined) throw new Error('nothing changed');
  return recalled(shown, after, now);
}

function attempted(before: Posting, status: number, ms: number): Posting {
  const result =
    status < 300
      ? ({ kind: 'received', status } as const)
      : ({ kind: 'failed', reason: `http-${status}`, sent: 'maybe', outage: true, status } as const);
  const facts = { attempted: { kind: 'remove', version: 4 }, result, permit: shown.id, ownedLease: true } as const;
  return recalled(before, afterAttempt(before, { ...facts, now: at(ms), pace }), at(ms));
}

const looked = (posting: Posting, seen: 'gone' | 'stillVisible' | 'unknown', ms: number) =>
  afterLook(posting, { verdict: { seen, why: 'ad-shown' }, now: at(ms), pace, hours: 24 });

describe('a recall', () => {
  it('begins with the decision, and keeps the address that the partner had named', () =>
    expect(takenDown().recall).toEqual({ since: now, page: { url: 'https://jobs.example/4711', looks: 0 } }));

  it('tells when the partner was told and when it confirmed, and looks at the page soon after', () => {
    const confirmed = attempted(attempted(takenDown(), 503, 1_000), 200, 9_000);
    expect(confirmed.recall).toMatchObject({ toldAt: at(1_000), confirmedAt: at(9_000), lookAt: at(61_000) });
    expect(confirmed.recall?.escalatedAt).toBeUndefined();
  });

  it('is an operator’s once the retries are used up, and once only', () => {
    let posting = takenDown();
    for (let turn = 1; turn <= 10; turn += 1) posting = attempted(posting, 503, turn);
    expect(posting.recall?.escalatedAt).toBeUndefined();
    posting = attempted(attempted(posting, 503, 11), 503, 12);
    expect(posting).toMatchObject({ state: 'removalUnconfirmed', recall: { escalatedAt: at(11) } });
  });

  it('looks until the page is gone', () => {
    const visible = looked(attempted(takenDown(), 200, 0), 'stillVisible', 60_000);
    expect(visible.recall).toMatchObject({ lookAt: at(360_000), page: { looks: 1, seen: { seen: 'stillVisible' } } });
    const gone = looked(visible, 'gone', 360_000).recall;
    expect(gone).toMatchObject({ page: { looks: 2, seen: { seen: 'gone', since: at(360_000) } } });
    expect(gone?.lookAt).toBeUndefined();
  });

  it('reports an ad that is still visible after so many hours, and looks on', () => {
    const told = attempted(takenDown(), 200, 0);
    const early = looked(told, 'stillVisible', 24 * HOUR - 1);
    expect(early.recall?.escalatedAt).toBeUndefined();
    const late = looked(early, 'stillVisible', 24 * HOUR);
    expect(late.recall).toMatchObject({
      escalatedAt: at(24 * HOUR),
      page: { seen: { since: at(24 * HOUR - 1), at: at(24 * HOUR), overdueHours: 24 } },
    });
    expect(late.recall?.lookAt).toBeDefined();
    expect(looked(told, 'unknown', 48 * HOUR).recall?.escalatedAt).toBeUndefined();
  });

  it('is over when the ad is to be shown again', () => {
    const down = takenDown();
    expect(recalled(down, { ...down, wanted: shown.wanted }, now).recall).toBeUndefined();
  });
});
