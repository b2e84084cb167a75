import type { PermitClosure } from '@accord/contracts/internal/permits';
import type { Log } from '@accord/service/logging';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { ServiceRefused } from '@accord/service/service-client';

import type { ConsentClient } from './consent.client.js';

const AT_ONCE = 500;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const SETTLE_MS = 3_000;

interface Closing {
  readonly session: string;
  readonly closure: PermitClosure;
}

/**
 * Permits that are over and of which consent does not know yet: told again until it says so. They live in memory only; those
 * of a process that ends before are closed when its session is fenced.
 */
export class PermitClosings implements BeforeApplicationShutdown {
  private readonly waiting = new Map<string, Closing>();
  private sending: Promise<void> | undefined;
  private pauseMs = FIRST_PAUSE_MS;
  private stopped = false;

  constructor(
    private readonly consent: Pick<ConsentClient, 'close'>,
    private readonly log: Log,
  ) {}

  /** How many consent has not acknowledged. */
  get size(): number {
    return this.waiting.size;
  }

  /** An ask whose answer was lost is closed too: consent keeps the closing of an id it has not seen, and refuses a late ask. */
  add(session: string, closure: PermitClosure): void {
    this.waiting.set(closure.attempt, { session, closure });
    this.sending ??= this.send().finally(() => (this.sending = undefined));
  }

  /** The end: resolves when all are acknowledged, or the time is over. What is left is closed by the fence. */
  async beforeApplicationShutdown(): Promise<void> {
    const end = performance.now() + SETTLE_MS;
    while (this.waiting.size > 0 && performance.now() < end) await pause(20);
    this.stopped = true;
  }

  private async send(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.size > 0 && !this.stopped) {
      const before = this.waiting.size;
      await this.sendOnce();
      this.pauseMs = this.waiting.size < before ? FIRST_PAUSE_MS : Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
      if (this.waiting.size >= before) await pause(this.pauseMs);
    }
  }

  private async sendOnce(): Promise<void> {
    const [first] = this.waiting.values();
    if (first === undefined) return;
    const { session } = first;
    const batch = [...this.waiting.values()].filter((one) => one.session === session).slice(0, AT_ONCE);
    try {
      const closed = await this.consent.close(
        session,
        batch.map(({ closure }) => closure),
      );
      for (const attempt of closed) this.waiting.delete(attempt);
    } catch (error) {
      if (error instanceof ServiceRefused) this.refused(batch, error);
    }
  }

  private refused(batch: readonly Closing[], error: ServiceRefused): void {
    if (!sessionIsOver(error)) {
      this.log.error('permit.closing-refused', error, { count: batch.length });
      return;
    }
    for (const { closure } of batch) this.waiting.delete(closure.attempt);
  }
}

/** Consent no longer knows the session: it was fenced, and its permits are closed with it. */
export const sessionIsOver = ({ status }: ServiceRefused): boolean =>
  status === 404 || status === 409 || status === 410;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
