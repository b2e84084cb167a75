import type { FetchedBatch } from './kafka-port.js';

/** Keeps our place in the group while a batch is worked on, however long that takes. */
export class KeepAlive {
  private readonly timer: NodeJS.Timeout;
  private failure: Error | undefined;

  constructor(
    private readonly batch: FetchedBatch,
    everyMs: number,
  ) {
    this.timer = setInterval(() => void this.beat(), everyMs);
  }

  /** @throws that the group is being shared out anew, which makes the reader join it again */
  async end(): Promise<void> {
    clearInterval(this.timer);
    if (this.failure !== undefined) throw this.failure;
    await this.batch.heartbeat();
  }

  /** True once the group has let go of us: what is still under way may be finished, not more begun. */
  get lost(): boolean {
    return this.failure !== undefined;
  }

  private async beat(): Promise<void> {
    try {
      await this.batch.heartbeat();
    } catch (error) {
      this.failure ??= error instanceof Error ? error : new Error(String(error));
      clearInterval(this.timer);
    }
  }
}
