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

/** The same, for a closing whose attempt was not seen yet. */
export interface UnseenStatements extends CloseStatements {
  /** Keeps the attempt's id, so that a late ask is refused; false where an ask had it first. Waits for one under way. */
  keep(attempt: string): Promise<boolean>;
}

/** Either the ask finds the id taken, or its permit is found and closed. */
export async function closeUnseen(db: UnseenStatements, closure: Closure): Promise<void> {
  if (!(await db.keep(closure.attempt))) await closePermits(db, [closure]);
}

/** What a publisher's word takes: each call a transaction of its own. */
export interface ClosingCalls {
  /** `closePermits`. */
  close(closures: readonly Closure[]): Promise<readonly string[]>;
  /** Those of the attempts that were permitted, or closed, before. */
  seen(attempts: readonly string[]): Promise<readonly string[]>;
  /** `closeUnseen`. */
  closeUnseen(closure: Closure): Promise<void>;
}

/** Closes what a publisher says is over, whatever of it was asked for, closed before, or is being asked for now. */
export async function closeByWord(calls: ClosingCalls, closures: readonly Closure[]): Promise<void> {
  const closed = new Set(await calls.close(closures));
  const rest = closures.filter(({ attempt }) => !closed.has(attempt));
  const seen = new Set(await calls.seen(rest.map(({ attempt }) => attempt)));
  // Seen by now: asked for before, or while this was under way; whatever is open is found this time.
  const late = rest.filter(({ attempt }) => seen.has(attempt));
  if (late.length > 0) await calls.close(late);
  for (const closure of rest) if (!seen.has(closure.attempt)) await calls.closeUnseen(closure);
}
