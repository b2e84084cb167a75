export interface BatcherOptions {
  /** Items of one call, at most. */
  readonly most: number;
  /** Calls at once, at most; what comes meanwhile waits and makes the next call larger. */
  readonly atOnce: number;
}

interface Waiting<In, Out> {
  readonly item: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what is asked for at about the same time into one call: under load calls grow, alone they leave at once. Answers
 * come in the order of the items; a call that fails fails for each of its items.
 */
export class Batcher<In, Out> {
  private readonly waiting: Waiting<In, Out>[] = [];
  private running = 0;
  private scheduled = false;

  constructor(
    private readonly call: (items: readonly In[]) => Promise<readonly Out[]>,
    private readonly options: BatcherOptions,
  ) {}

  add(item: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled || this.running >= this.options.atOnce || this.waiting.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      void this.run(this.waiting.splice(0, this.options.most));
      this.schedule();
    });
  }

  private async run(batch: readonly Waiting<In, Out>[]): Promise<void> {
    this.running += 1;
    try {
      const answers = await this.call(batch.map(({ item }) => item));
      if (answers.length !== batch.length) throw new Error(`${batch.length} asked, ${answers.length} answered`);
      answers.forEach((answer, at) => batch[at]?.resolve(answer));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      this.running -= 1;
      this.schedule();
    }
  }
}
