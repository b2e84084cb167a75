import { isExhausted, type Pace, retryWaitMs } from '@accord/receipts/webhook-retry';

/** How a request to an employer's endpoint ended. */
export type DeliveryResult =
  | { readonly kind: 'delivered'; readonly status: number }
  /** 410: nothing more is wanted at this address. */
  | { readonly kind: 'gone'; readonly status: number }
  | {
      readonly kind: 'failed';
      readonly status?: number;
      /** For the employer: what went wrong. */
      readonly error: string;
      /** The endpoint is not up, as opposed to not content. */
      readonly outage: boolean;
      readonly retryAfterMs?: number;
    };

/** What is known of the endpoint and the delivery when a request has ended. */
export interface DeliveryFacts {
  /** This one included. */
  readonly attempts: number;
  /** How long no request to the endpoint has succeeded, whatever it was about. */
  readonly failingForMs: number;
  /** Another request has succeeded since the first attempt at this delivery. */
  readonly othersSucceed: boolean;
  readonly pace: Pace;
}

export interface NextStep {
  readonly delivery: { readonly kind: 'delivered' | 'failed' } | { readonly kind: 'retry'; readonly inMs: number };
  /** The subscription is paused until its employer resumes it. */
  readonly pause?: 'gone' | 'failing';
  /** The whole endpoint is left alone for so long: it asked for it. */
  readonly holdMs?: number;
}

/** Without one success for so long, an endpoint is not tried any more before someone looks at it. */
const GIVE_UP_MS = 5 * 24 * 3_600_000;

/**
 * Nothing is lost while an endpoint is away: its deliveries wait, also while it is paused. Only a delivery that it refuses to the
 * end of the schedule while it takes others is given up, for it holds up what came after it.
 */
export function afterDelivery(result: DeliveryResult, facts: DeliveryFacts): NextStep {
  switch (result.kind) {
    case 'delivered':
      return { delivery: { kind: 'delivered' } };
    case 'gone':
      return { delivery: { kind: 'retry', inMs: 0 }, pause: 'gone' };
    case 'failed':
      return afterFailure(result, facts);
  }
}

function afterFailure(result: Extract<DeliveryResult, { kind: 'failed' }>, facts: DeliveryFacts): NextStep {
  const { attempts, failingForMs, othersSucceed, pace } = facts;
  if (isExhausted(attempts) && othersSucceed) return { delivery: { kind: 'failed' } };
  const { retryAfterMs, status } = result;
  const asksForAPause = retryAfterMs !== undefined && (status === 429 || status === 503);
  return {
    delivery: { kind: 'retry', inMs: retryWaitMs(attempts, pace, retryAfterMs) },
    ...(asksForAPause && { holdMs: retryAfterMs }),
    ...(failingForMs > GIVE_UP_MS * pace.scale && { pause: 'failing' }),
  };
}
