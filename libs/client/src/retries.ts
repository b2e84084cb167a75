/** What is sent, as far as it matters for sending it again. */
export interface Sent {
  readonly method: string;
  /** As in the OpenAPI document, `{id}` unfilled. */
  readonly path: string;
  readonly headers: Headers;
}

/** How it ended: an answer's status, or no answer, where the request may have arrived or certainly did not. */
export type Ending =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'notSent' | 'lost' };

export interface RetryPolicy {
  /** The first attempt included. */
  readonly attempts: number;
  /** The wait before the second attempt, doubled for each later one, at random between half and all of it. */
  readonly firstWaitMs: number;
  /** A longer wait than this is not waited for: the refusal is thrown, and says when. */
  readonly longestWaitMs: number;
}

export const defaultRetries: RetryPolicy = { attempts: 4, firstWaitMs: 250, longestWaitMs: 30_000 };

/** Calls that remember an Idempotency-Key: the same key again is the same request. */
export const keyedPaths = ['/v1/offers', '/v1/agreements'];

/** POSTs that say the same when they are sent again, and do nothing twice. */
export const repeatablePosts = [
  '/v1/agreements/{id}/withdrawal',
  '/v1/agreements/preview',
  '/v1/offers/validation',
  '/v1/offers/{id}/suspension',
  '/v1/offers/{id}/filling',
  '/v1/offers/{id}/appeal',
  '/v1/postings/{id}/acknowledgement',
  '/v1/reviews/{id}/claim',
  '/v1/stop-everywhere',
  '/v1/stop-everywhere/lift',
];

/** Whether sending it twice does no more than sending it once, whatever became of the first. */
export function isRepeatable({ method, path, headers }: Sent): boolean {
  switch (method) {
    case 'GET':
    case 'HEAD':
    case 'DELETE':
      return true;
    case 'PUT':
      // With If-Match, what was done the first time would refuse the second.
      return !headers.has('if-match');
    case 'POST':
      return (keyedPaths.includes(path) && headers.has('idempotency-key')) || repeatablePosts.includes(path);
    default:
      return false;
  }
}

/** Refused before anything was done: any call may come again. */
const REFUSED_UNDONE = 429;
const PERHAPS_DONE = [408, 502, 503, 504];

export interface Attempt {
  /** From 1. */
  readonly number: number;
  readonly policy: RetryPolicy;
}

/**
 * How long to wait before the next attempt, in milliseconds; undefined where the ending stands.
 * @param random from 0 to 1
 */
export function waitBefore(
  sent: Sent,
  ending: Ending,
  { number, policy }: Attempt,
  random: number,
): number | undefined {
  if (number >= policy.attempts || !mayRepeat(sent, ending)) return undefined;
  const backoff = policy.firstWaitMs * 2 ** (number - 1) * (0.5 + random / 2);
  const asked = ending.kind === 'answer' ? (ending.retryAfterMs ?? 0) : 0;
  const wait = Math.max(asked, backoff);
  return wait > policy.longestWaitMs ? undefined : wait;
}

function mayRepeat(sent: Sent, ending: Ending): boolean {
  switch (ending.kind) {
    case 'notSent':
      return true;
    case 'lost':
      return isRepeatable(sent);
    case 'answer':
      return ending.status === REFUSED_UNDONE || (PERHAPS_DONE.includes(ending.status) && isRepeatable(sent));
  }
}

/** The header `Retry-After` (RFC 9110): seconds, or a date. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
