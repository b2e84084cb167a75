/** The version of a posting that a request was about. */
export interface Attempted {
  readonly kind: 'show' | 'remove';
  readonly version: number;
  /** Of a show. */
  readonly revision?: number;
}

/** How a request to a partner ended. `sent: nothing`: no byte of it was given to a socket. */
export type AttemptResult =
  | { readonly kind: 'received'; readonly status: number }
  /** 409: the partner does not take this posting. */
  | { readonly kind: 'refused'; readonly status: number }
  /** 410: the partner wants nothing more at this address. */
  | { readonly kind: 'gone'; readonly status: number }
  | {
      readonly kind: 'failed';
      /** A code: `http-500`, `timeout`, `connect` … */
      readonly reason: string;
      readonly sent: 'nothing' | 'maybe';
      /** The partner is not up; a 4xx shows that it is. */
      readonly outage: boolean;
      /** What the partner asked for, within bounds. */
      readonly retryAfterMs?: number;
      readonly status?: number;
    }
  /** We ended it ourselves. */
  | { readonly kind: 'cut'; readonly sent: 'nothing' | 'maybe' };

/** Why a posting was given back without a request: it costs no attempt. */
export type Unsent =
  /** Consent says no. */
  | { readonly kind: 'refusal'; readonly rule: string }
  /** A stop, another request or a newer version is under way. */
  | { readonly kind: 'askAgain' }
  /** Something of ours is missing: the gate, a key, a secret; or the partner's circuit is open. */
  | { readonly kind: 'notReady'; readonly because: string }
  /** What would be sent is not what the permit is for: someone must look. */
  | { readonly kind: 'unsendable'; readonly because: string };
