import type { IncomingHttpHeaders } from 'node:http';
import type { NotOpened } from './guarded-connector.js';
import type { AnswerHead, SafeExchange, SafeOutcome } from './outcome.js';
import { classify, type FailureReason, messageFor, type RefusalReason } from './reasons.js';
import { answerHead, ReplyBody } from './reply.js';
import type { CheckedRequest } from './request.js';
import type { TimerWheel, WheelTimer } from './timer-wheel.js';

/** The connection, as the request on it sees it. */
export interface Line {
  readonly remoteAddress: string;
  /** Bytes of the request that the kernel has not taken yet. */
  readonly unsentBytes: number;
  /** A request is on the line: from now on its end is a reset. */
  hold(): void;
  /** The request is over and the line fit for another. */
  release(): void;
  /** Resets the raw socket; resolves once it is dead. */
  kill(): Promise<void>;
}

export interface ExchangeTerms {
  readonly wheel: TimerWheel;
  readonly totalTimeoutMs: number;
  readonly maxReplyBytes: number;
  readonly keepReplyBytes: number;
}

const mostTries = 3;

/**
 * One request from the call to its outcome, whatever comes first: the answer, an error, the deadline, or a cut. It is
 * over exactly once, and where a byte of it may have left, only after its line is free again or dead.
 */
export class Exchange implements SafeExchange {
  readonly done: Promise<SafeOutcome>;
  readonly #reply: ReplyBody;
  readonly #deadline: WheelTimer;
  readonly #startedAt = performance.now();
  #settle: (outcome: SafeOutcome) => void = () => undefined;
  #line: Line | undefined;
  #head: AnswerHead | undefined;
  #over = false;
  #tries = 1;

  constructor(
    readonly request: CheckedRequest,
    { wheel, totalTimeoutMs, maxReplyBytes, keepReplyBytes }: ExchangeTerms,
  ) {
    this.done = new Promise((resolve) => (this.#settle = resolve));
    this.#reply = new ReplyBody(maxReplyBytes, keepReplyBytes);
    this.#deadline = wheel.after(totalTimeoutMs, () => this.fail('timeout'));
  }

  /** Decided, though its socket may still be dying. */
  get over(): boolean {
    return this.#over;
  }

  get begun(): boolean {
    return this.#line !== undefined;
  }

  async cut(because: string): Promise<void> {
    this.fail('cut', because);
    await this.done;
  }

  /** Called in the instant before the first byte is written. @throws if it must not be written (any more, or again) */
  begin(line: Line): void {
    if (this.#over) throw new Error('The request was over before it was written.');
    if (this.#line) throw new Error('A request is never written twice.');
    line.hold();
    this.#line = line;
  }

  onHead(status: number, headers: Readonly<IncomingHttpHeaders>): void {
    const informational = status < 200;
    if (!informational) this.#head = answerHead(status, headers);
  }

  onData(chunk: Buffer): void {
    if (this.#over || this.#reply.add(chunk)) return;
    this.#conclude((line) => line.kill());
  }

  onEnd(): void {
    this.#conclude(async (line) => line.release());
  }

  onError(error: Error): void {
    const { reason, detail } = classify(error);
    this.fail(reason, detail);
  }

  /** Its connection ended before a byte of it was written. @returns whether it may go on another one */
  mayTryAgain(): boolean {
    this.#tries += 1;
    if (this.#tries > mostTries) this.fail('reset');
    return !this.#over && !this.begun;
  }

  /** It never got a connection. */
  giveUp(why: NotOpened): void {
    if (why.kind === 'failed') this.fail(why.reason, why.detail);
    else this.refuse(why.reason);
  }

  refuse(reason: RefusalReason): void {
    if (this.#over) return;
    this.#end();
    this.#settle(refusal(reason));
  }

  fail(reason: FailureReason, detail?: string): void {
    if (this.#over) return;
    this.#end();
    if (!this.#line) this.#settle(this.#failure(reason, detail));
    else void this.#line.kill().then(() => this.#settle(this.#failure(reason, detail)));
  }

  /** The answer is here, if the body had wholly left before it. */
  #conclude(leave: (line: Line) => Promise<void>): void {
    const [line, head] = [this.#line, this.#head];
    if (this.#over || !line || !head) return;
    if (line.unsentBytes > 0) {
      this.fail('early-answer');
      return;
    }
    this.#end();
    const { remoteAddress } = line;
    const answer = { kind: 'answered' as const, ...head, ...this.#reply.result(), remoteAddress };
    void leave(line).then(() => this.#settle({ ...answer, durationMs: this.#duration() }));
  }

  #end(): void {
    this.#over = true;
    this.#deadline.cancel();
  }

  #failure(reason: FailureReason, detail?: string): SafeOutcome {
    return {
      kind: 'failed',
      reason,
      message: messageFor(reason, detail),
      ...(detail === undefined ? {} : { detail }),
      sent: this.#line ? 'maybe' : 'nothing',
      ...(this.#head ? { head: this.#head } : {}),
      durationMs: this.#duration(),
      ...(this.#line ? { remoteAddress: this.#line.remoteAddress } : {}),
    };
  }

  #duration(): number {
    return Math.round(performance.now() - this.#startedAt);
  }
}

/** A request that was refused before it began. */
export function refused(reason: RefusalReason): SafeExchange {
  return { done: Promise.resolve(refusal(reason)), cut: async () => undefined };
}

function refusal(reason: RefusalReason): SafeOutcome {
  return { kind: 'refused', reason, message: messageFor(reason) };
}
