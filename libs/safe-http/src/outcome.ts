import type { FailureReason, RefusalReason } from './reasons.js';

/** What the partner said, as far as it was read. */
export interface AnswerHead {
  readonly status: number;
  /** Lower-case names; only those a sender acts on or keeps (see `keptHeaders`). */
  readonly headers: Readonly<Record<string, string>>;
}

/** The body was wholly written and the answer read, or read to the cap and its connection reset. */
export interface Answered extends AnswerHead {
  readonly kind: 'answered';
  /** The first bytes of the reply as they came: never decompressed. */
  readonly body: Buffer;
  /** `body` holds less than the partner sent. */
  readonly truncated: boolean;
  readonly bytesRead: number;
  readonly durationMs: number;
  readonly remoteAddress: string;
}

/** Our own rules kept it from leaving: nothing was sent, and no connection of this request saw a byte. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** May be shown to the partner: never holds an address. */
  readonly message: string;
}

/** No answer that counts. Where something may have been sent, the raw socket was reset before this was reported. */
export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** May be shown to the partner: never holds an address. */
  readonly message: string;
  /** The error code behind the reason (ECONNREFUSED, CERT_HAS_EXPIRED, …) or the word given to `cut`; for logs. */
  readonly detail?: string;
  /** `nothing`: no byte of the request was given to a socket. `maybe`: some or all; the partner may hold it. */
  readonly sent: 'nothing' | 'maybe';
  /** Present if the answer had begun. */
  readonly head?: AnswerHead;
  readonly durationMs: number;
  readonly remoteAddress?: string;
}

/** After any of the three, the request has no live bytes left in this process: a permit may be closed. */
export type SafeOutcome = Answered | Refused | Failed;

/** One request under way. */
export interface SafeExchange {
  /** Never rejects. */
  readonly done: Promise<SafeOutcome>;
  /** Ends the request wherever it is; resolves once its socket is dead, or at once if it was over. */
  cut(because: string): Promise<void>;
}
