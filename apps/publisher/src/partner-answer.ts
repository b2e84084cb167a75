import type { PermitClosure } from '@accord/contracts/internal/permits';
import { isOutage, parseRetryAfter } from '@accord/receipts/webhook-retry';
import type { Answered, SafeOutcome } from '@accord/safe-http/outcome';

import type { AttemptResult } from './domain/attempt-result.js';

/** What a partner's answer means (docs: the webhook's contract). */
export function resultOf(outcome: SafeOutcome, now: Date): AttemptResult {
  switch (outcome.kind) {
    case 'answered':
      return answerOf(outcome, now);
    case 'refused':
      return { kind: 'failed', reason: outcome.reason, sent: 'nothing', outage: true };
    case 'failed':
      return outcome.reason === 'cut'
        ? { kind: 'cut', sent: outcome.sent }
        : { kind: 'failed', reason: outcome.reason, sent: outcome.sent, outage: true };
  }
}

/**
 * 2xx: received. 409: this posting refused. 410: the endpoint is gone. Anything else failed and is tried again: a 4xx too, for
 * most of them (401, 404, 405 …) tell of an endpoint that is set up wrongly, not of the offer.
 */
function answerOf({ status, headers }: Answered, now: Date): AttemptResult {
  if (status >= 200 && status < 300) return { kind: 'received', status };
  if (status === 409) return { kind: 'refused', status };
  if (status === 410) return { kind: 'gone', status };
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now);
  return {
    kind: 'failed',
    reason: `http-${status}`,
    sent: 'maybe',
    outage: isOutage(status),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    status,
  };
}

/** The whole endpoint asks for a pause, not this posting alone. */
export const pauseAskedMs = (result: AttemptResult): number | undefined =>
  result.kind === 'failed' && (result.status === 429 || result.status === 503) ? result.retryAfterMs : undefined;

/** How the permit is closed: nothing else closes one, least of all time. */
export function closureOf(attempt: string, outcome: SafeOutcome): PermitClosure {
  if (outcome.kind === 'answered') return { attempt, outcome: 'answered', status: outcome.status };
  return { attempt, outcome: outcome.kind === 'failed' && outcome.sent === 'maybe' ? 'cut' : 'notSent' };
}
