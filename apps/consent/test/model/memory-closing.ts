import type { Closure, UnseenStatements } from '../../src/domain/closing.js';
import { markEffective } from './memory-lists.js';
import type { Tx } from './memory.js';
import type { Tables } from './tables.js';

/** Closings over the model's tables. */
export class MemoryClosing implements UnseenStatements {
  constructor(
    protected readonly tx: Tx,
    protected readonly db: Tables,
    private readonly session: string,
  ) {}

  async close(closures: readonly Closure[]): Promise<readonly string[]> {
    await this.tx.statement();
    const ids = new Set(closures.map(({ attempt }) => attempt));
    const found = [...this.db.permits.rows(this.tx)].filter(
      ([, { permit, session }]) => ids.has(permit) && session === this.session,
    );
    const closed: string[] = [];
    for (const [key, { permit }] of found) {
      await this.db.permits.lock(this.tx, key);
      if (this.db.permits.get(this.tx, key)?.permit !== permit) continue;
      this.db.permits.put(this.tx, key, undefined);
      closed.push(permit);
    }
    return closed;
  }

  async stopsListing(permits: readonly string[]): Promise<readonly string[]> {
    await this.tx.statement();
    const rows = [...this.db.listed.rows(this.tx).values()];
    const stops = rows.filter(({ permit, closed }) => !closed && permits.includes(permit.permit));
    return [...new Set(stops.map(({ stop }) => stop))].sort();
  }

  async lockStop(stop: string): Promise<void> {
    await this.tx.statement();
    await this.db.stops.lock(this.tx, stop);
  }

  async strike(stop: string, permits: readonly string[]): Promise<number> {
    await this.tx.statement();
    for (const [key, row] of this.db.listed.rows(this.tx))
      if (row.stop === stop && permits.includes(row.permit.permit))
        this.db.listed.put(this.tx, key, { ...row, closed: true });
    await this.tx.statement();
    return [...this.db.listed.rows(this.tx).values()].filter((row) => row.stop === stop && !row.closed).length;
  }

  async settle(stop: string): Promise<void> {
    await markEffective(this.tx, this.db, stop);
  }

  async keep(attempt: string): Promise<boolean> {
    await this.tx.statement();
    return this.db.attempts.insert(this.tx, attempt, true);
  }
}
