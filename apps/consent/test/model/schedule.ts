/** Something that can die or be paused between any two of its steps. */
export class Process {
  alive = true;
  paused = false;
  private readonly death = Promise.withResolvers<undefined>();
  /** For those who wait for an answer of it: the connection broke. */
  readonly died: Promise<undefined> = this.death.promise;

  constructor(readonly name: string) {}

  die(): void {
    this.alive = false;
    this.death.resolve(undefined);
  }
}

interface Turn {
  readonly process: Process;
  readonly go: () => void;
}

/** Runs everybody's steps one at a time, in an order that is chosen from outside: the same choices are the same run. */
export class Schedule {
  /** The clock of the database, in ms. */
  now = Date.parse('2027-03-10T12:00:00Z');
  private turns: Turn[] = [];
  private names = 0;

  /** An id that is the same in the same run. */
  name(of: string): string {
    this.names += 1;
    return `${of}-${String(this.names).padStart(4, '0')}`;
  }

  /** Waits for its turn; for ever, where the process dies first. */
  step(process: Process): Promise<void> {
    return new Promise((go) => {
      if (process.alive) this.turns.push({ process, go });
    });
  }

  /** Lets one of those go on that wait for their turn; false where nobody does. Time passes by a millisecond. */
  async next(choice: number): Promise<boolean> {
    this.turns = this.turns.filter(({ process }) => process.alive);
    const ready = this.turns.filter(({ process }) => !process.paused);
    const turn = ready[choice % Math.max(1, ready.length)];
    if (turn === undefined) return false;
    this.turns.splice(this.turns.indexOf(turn), 1);
    this.now += 1;
    turn.go();
    await this.settled();
    return true;
  }

  /** Until nobody has anything to do before its next turn. */
  settled(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }
}
