import type { Log } from './logging.js';

/** What a loop does in one turn; it answers whether there is more to do at once. */
export type Turn = () => Promise<boolean>;

/** Repeats a piece of work: at once while there is more, when woken, and at intervals. Failures are logged and tried again. */
export class Loop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private woken = false;
  private stopped = false;

  constructor(
    private readonly name: string,
    private readonly everyMs: number,
    private readonly turn: Turn,
    private readonly log: Log,
  ) {}

  start(): void {
    this.wake();
  }

  wake(): void {
    if (this.stopped) return;
    this.woken = true;
    clearTimeout(this.timer);
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      this.schedule();
    });
  }

  /** Waits for the turn under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopped) return;
    if (this.woken) return this.wake();
    this.timer = setTimeout(() => this.wake(), this.everyMs);
  }

  private async run(): Promise<void> {
    let more = true;
    while ((more || this.woken) && !this.stopped) {
      this.woken = false;
      more = await this.once();
    }
  }

  private async once(): Promise<boolean> {
    try {
      return await this.turn();
    } catch (error) {
      this.log.warn(`${this.name}.failed`, { cause: error });
      return false;
    }
  }
}
