export interface WheelTimer {
  cancel(): void;
}

interface Entry extends WheelTimer {
  readonly tick: number;
  readonly fire: () => void;
}

const tickMs = 20;
const slotCount = 512;

/**
 * All deadlines of a client on one interval, which runs only while there are any. A timer a request (or an AbortSignal)
 * doubles the cost of sending. Deadlines follow the monotonic clock, never fire early, and at most about a tick late;
 * after a pause of the process all that are due fire at once.
 */
export class TimerWheel {
  readonly #slots = Array.from({ length: slotCount }, () => new Set<Entry>());
  #interval: NodeJS.Timeout | undefined;
  #size = 0;
  #at = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  get size(): number {
    return this.#size;
  }

  after(delayMs: number, fire: () => void): WheelTimer {
    if (this.#size === 0) this.#at = this.#tickNow();
    const tick = Math.max(Math.ceil((this.now() + delayMs) / tickMs), this.#at + 1);
    const entry: Entry = { tick, fire, cancel: () => this.#remove(entry) };
    this.#slotOf(tick).add(entry);
    this.#size += 1;
    this.#interval ??= setInterval(() => this.advance(), tickMs);
    return entry;
  }

  /** Fires all that is due; called by the interval. */
  advance(): void {
    const now = this.#tickNow();
    const last = Math.min(now, this.#at + slotCount);
    for (let tick = this.#at + 1; tick <= last; tick += 1) {
      for (const entry of this.#slotOf(tick)) {
        if (entry.tick > now) continue;
        this.#remove(entry);
        entry.fire();
      }
    }
    this.#at = now;
  }

  #tickNow(): number {
    return Math.floor(this.now() / tickMs);
  }

  #slotOf(tick: number): Set<Entry> {
    const slot = this.#slots[tick % slotCount];
    if (!slot) throw new RangeError(`No slot for tick ${tick}`);
    return slot;
  }

  #remove(entry: Entry): void {
    if (!this.#slotOf(entry.tick).delete(entry)) return;
    this.#size -= 1;
    if (this.#size > 0) return;
    clearInterval(this.#interval);
    this.#interval = undefined;
  }
}
