import type { Outcome, Share } from './chunk-runner.js';

interface Waiting {
  readonly share: Share;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts together what one fetch found in the partitions of a topic: the client hands them over one by one, though all at about the
 * same time. Topics go side by side, as many at once as there may be transactions.
 */
export class Gathering {
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly ready: string[] = [];
  private running = 0;

  constructor(
    private readonly runTogether: (shares: readonly Share[]) => Promise<readonly Outcome[]>,
    private readonly atOnce: number,
  ) {}

  run(share: Share): Promise<Outcome> {
    const { name } = share.state.reader.topic;
    return new Promise((resolve, reject) => {
      const waiting = this.waiting.get(name);
      if (waiting !== undefined) waiting.push({ share, resolve, reject });
      else {
        this.waiting.set(name, [{ share, resolve, reject }]);
        setImmediate(() => this.begin(name));
      }
    });
  }

  private begin(topic: string): void {
    this.ready.push(topic);
    this.next();
  }

  private next(): void {
    if (this.running >= this.atOnce) return;
    const topic = this.ready.shift();
    if (topic === undefined) return;
    const together = this.waiting.get(topic) ?? [];
    this.waiting.delete(topic);
    this.running += 1;
    void this.finish(together).finally(() => {
      this.running -= 1;
      this.next();
    });
  }

  private async finish(together: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.runTogether(together.map(({ share }) => share));
      for (const [at, { resolve, reject }] of together.entries()) {
        const outcome = outcomes[at];
        if (outcome === undefined) reject(new Error('a partition has no outcome'));
        else resolve(outcome);
      }
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }
}
