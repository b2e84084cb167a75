import type { Pace } from '@accord/receipts/webhook-retry';
import type { WantedPosting } from '@accord/contracts/events/publication-decided';
import fc from 'fast-check';

import type { Attempted, AttemptResult } from '../../src/domain/attempt-result.js';
import type { Posting } from '../../src/domain/posting.js';

export const now = new Date('2026-11-24T09:00:00.000Z');
export const offerId = '0199f3a0-0000-7000-8000-000000000001';
export const agreement = '0199f3a0-0000-7000-8000-00000000000a';
export const permit = '0199f3a0-0000-7000-8000-0000000000ff';
export const digest = 'd'.repeat(64);
export const pace: Pace = { scale: 1, random: 0.5 };

export const show = (version: number, revision = 1): WantedPosting => ({
  partner: 'emploi-public',
  wanted: 'show',
  version,
  revision,
  digest,
  agreement,
});
export const remove = (version: number, because = 'agreement-withdrawn'): WantedPosting => ({
  partner: 'emploi-public',
  wanted: 'remove',
  version,
  because,
});

/** A posting that was never sent and is due. */
export const aPosting = (change: Partial<Posting> = {}): Posting => ({
  id: '0199f3a0-0000-7000-8000-000000000002',
  offerId,
  partner: 'emploi-public',
  wanted: { kind: 'show', version: 3, revision: 1, digest, agreement },
  wantedAt: now,
  known: { kind: 'nothing', version: 0 },
  mayHold: false,
  state: 'pending',
  since: new Date('2026-11-24T08:00:00.000Z'),
  attempts: 0,
  asks: 0,
  dueAt: now,
  outcomeVersion: 7,
  ...change,
});

export const anyResult: fc.Arbitrary<AttemptResult> = fc.oneof(
  fc.record({ kind: fc.constant('received' as const), status: fc.integer({ min: 200, max: 299 }) }),
  fc.constant({ kind: 'refused', status: 409 } as const),
  fc.constant({ kind: 'gone', status: 410 } as const),
  fc.record({
    kind: fc.constant('failed' as const),
    reason: fc.constantFrom('timeout', 'http-500', 'connect'),
    sent: fc.constantFrom('nothing', 'maybe'),
    outage: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('cut' as const), sent: fc.constantFrom('nothing', 'maybe') }),
);

export const attemptedOf = ({ wanted }: Posting): Attempted => {
  if (wanted.kind === 'nothing') throw new Error('nothing is attempted of such a posting');
  return wanted.kind === 'show'
    ? { kind: 'show', version: wanted.version, revision: wanted.revision }
    : { kind: 'remove', version: wanted.version };
};
