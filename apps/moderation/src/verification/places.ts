/** Keeps so many places filled with work as long as there is some, none waiting for another. */
export class Places {
  private readonly underWay = new Set<Promise<void>>();
  /** The last take got all it asked for: more may be there. */
  private mayBeMore = false;

  /**
   * @param most how many places there are
   * @param take takes up to so many; answers the work on each, under way, which does not fail
   * @param wake called when a place is free and more may be there: `fill` is to be called again
   */
  constructor(
    private readonly most: number,
    private readonly take: (most: number) => Promise<Promise<void>[]>,
    private readonly wake: () => void,
  ) {}

  /** Fills the places that are free. @throws what `take` throws */
  async fill(): Promise<void> {
    const free = this.most - this.underWay.size;
    if (free === 0) return;
    const taken = await this.take(free);
    this.mayBeMore = taken.length === free;
    for (const work of taken) {
      this.underWay.add(work);
      void work.then(() => {
        this.underWay.delete(work);
        if (this.mayBeMore) this.wake();
      });
    }
  }

  /** Resolves when nothing is under way. */
  async empty(): Promise<void> {
    await Promise.all(this.underWay);
  }
}
