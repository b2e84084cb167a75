/** Waits that double from the first to the longest, each shortened by up to a half so that many do not come at once. */
export class Backoff {
  private nextMs: number;

  constructor(
    private readonly firstMs: number,
    private readonly longestMs: number,
  ) {
    this.nextMs = firstMs;
  }

  next(): number {
    const wait = this.nextMs;
    this.nextMs = Math.min(wait * 2, this.longestMs);
    return wait * (0.5 + Math.random() / 2);
  }

  reset(): void {
    this.nextMs = this.firstMs;
  }
}
