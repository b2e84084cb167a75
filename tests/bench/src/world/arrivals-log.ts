import { type Receipt, take } from '../worker/sink.calls.js';
import type { BenchWorld } from './bench-world.js';

/** What the portals received since the last phase: first byte by offer and portal. */
export class ArrivalsLog {
  private readonly at = new Map<string, number>();
  private readonly again = new Map<number, number>();

  constructor(private readonly world: BenchWorld) {}

  /** What came again though it was answered 204, at these portals. */
  duplicates(portals: readonly number[]): number {
    return portals.reduce((sum, portal) => sum + (this.again.get(portal) ?? 0), 0);
  }

  get size(): number {
    return this.at.size;
  }

  /** When its first byte was there, in microseconds. */
  firstByteUs(offerId: string, portal: number): number | undefined {
    return this.at.get(`${offerId} ${portal}`);
  }

  /** Of all first bytes. */
  timesUs(): number[] {
    return [...this.at.values()];
  }

  async collect(): Promise<void> {
    for (const receipt of await this.world.sinks.ask(take, undefined)) this.add(receipt);
  }

  /** Collects as long as it is asked to, and until nothing more came for a while. */
  async whileGrowing(goesOn: () => boolean, patienceMs = 15_000): Promise<void> {
    let last = { size: this.size, at: performance.now() };
    for (;;) {
      await this.collect();
      if (this.size > last.size) last = { size: this.size, at: performance.now() };
      if (!goesOn() || performance.now() - last.at > patienceMs) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private add([portal, offerId, atUs]: Receipt): void {
    const key = `${offerId} ${portal}`;
    if (this.at.has(key)) this.again.set(portal, (this.again.get(portal) ?? 0) + 1);
    else this.at.set(key, atUs);
  }
}
