/** How a permit ended: by its publisher's word, or by the end of its session. Never by time alone. */
export interface Closure {
  readonly attempt: string;
  readonly outcome: 'answered' | 'cut' | 'notSent' | 'fenced' | 'renewed';
  readonly status?: number;
}

/** What closing permits asks of its database, in one transaction at READ COMMITTED. */
export interface CloseStatements {
  /** Takes the open rows away and into the log; answers the permits that were open, in the order of their postings. */
  close(closures: readonly Closure[]): Promise<readonly string[]>;
  /** Stops whose list one of these permits is on, in the order of their ids. */
  stopsListing(permits: readonly string[]): Promise<readonly string[]>;
  /** The stop's row, locked: closings of one list follow each other. */
  lockStop(stop: string): Promise<void>;
  /** Takes the permits off the list; answers how many are left. */
  strike(stop: string, permits: readonly string[]): Promise<number>;
  /** The list is empty: *stopped*, at this instant of the database's clock. */
  settle(stop: string): Promise<void>;
}

/** Step 3 of a withdrawal, with each closing. Nothing but a closing takes a permit off a list. */
export async function closePermits(db: CloseStatements, closures: readonly Closure[]): Promise<readonly string[]> {
  const closed = await db.close(closures);
  if (closed.length === 0) return closed;
  for (const stop of await db.stopsListing(closed)) {
    await db.lockStop(stop);
    if ((await db.strike(stop, closed)) === 0) await db.settle(stop);
  }
  return closed;
}
