/**
 * Something that is read once in a while: whoever asks when it is old is answered what was read last, and has it read again
 * meanwhile; only the first waits.
 */
export class Kept<T> {
  private last: { readonly value: T; readonly until: number } | undefined;
  private reading: Promise<T> | undefined;

  /** @param clock in milliseconds */
  constructor(
    private readonly livesMs: number,
    private readonly read: () => Promise<T>,
    private readonly clock: () => number = Date.now,
  ) {}

  /** @throws what reading throws, where nothing was read before */
  async get(): Promise<T> {
    const { last } = this;
    if (last !== undefined && last.until > this.clock()) return last.value;
    this.reading ??= this.readAgain();
    if (last === undefined) return this.reading;
    // Who waits for it is told of a failure; the value of before is good enough for all others.
    this.reading.catch(() => undefined);
    return last.value;
  }

  private async readAgain(): Promise<T> {
    try {
      const value = await this.read();
      this.last = { value, until: this.clock() + this.livesMs };
      return value;
    } finally {
      this.reading = undefined;
    }
  }
}
