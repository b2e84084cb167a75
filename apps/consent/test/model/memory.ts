import type { Process, Schedule } from './schedule.js';

/** PostgreSQL's 40P01: whoever would close a circle of waiting is turned back. */
export class Deadlock extends Error {
  readonly code = '40P01';
}

type Mode = 'share' | 'exclusive';

interface Waiter {
  readonly tx: Tx;
  readonly mode: Mode;
  readonly granted: () => void;
}

class RowLock {
  readonly holders = new Map<Tx, Mode>();
  waiters: Waiter[] = [];

  /** As PostgreSQL has it, a locker for share joins others past whoever waits for them. */
  isFreeFor(tx: Tx, mode: Mode): boolean {
    return [...this.holders].every(([holder, held]) => holder === tx || (held === 'share' && mode === 'share'));
  }

  take(tx: Tx, mode: Mode): void {
    if (this.holders.get(tx) !== 'exclusive') this.holders.set(tx, mode);
  }

  release(tx: Tx): void {
    this.holders.delete(tx);
    this.waiters = this.waiters.filter((waiter) => waiter.tx !== tx);
    for (const waiter of [...this.waiters]) {
      if (!this.isFreeFor(waiter.tx, waiter.mode)) continue;
      this.waiters.splice(this.waiters.indexOf(waiter), 1);
      this.take(waiter.tx, waiter.mode);
      waiter.granted();
    }
  }
}

/** One transaction at READ COMMITTED. */
export class Tx {
  constructor(
    readonly process: Process,
    private readonly memory: Memory,
  ) {}

  /** The next statement of this transaction: what it reads is what is committed by then, and its own. */
  statement(): Promise<void> {
    return this.memory.schedule.step(this.process);
  }
}

/** What a table has in common with the others, for a transaction's end. */
interface Written {
  /** Answers what tells of it, once all tables have. */
  apply(tx: Tx): () => void;
  forget(tx: Tx): void;
}

/** A database in memory: row locks, keys that are waited for, commit and rollback as PostgreSQL's READ COMMITTED has them. */
export class Memory {
  deadlocks = 0;
  private readonly tables: Written[] = [];
  private readonly locks = new Map<string, RowLock>();
  private readonly open = new Set<Tx>();

  constructor(
    readonly schedule: Schedule,
    private readonly backend: Process,
  ) {}

  table<Row>(name: string): Table<Row> {
    const table = new Table<Row>(name, this);
    this.tables.push(table);
    return table;
  }

  async inTx<T>(process: Process, work: (tx: Tx) => Promise<T>): Promise<T> {
    await this.schedule.step(process);
    const tx = new Tx(process, this);
    this.open.add(tx);
    try {
      const result = await work(tx);
      await tx.statement();
      const told = this.tables.map((table) => table.apply(tx));
      this.end(tx);
      for (const tell of told) tell();
      return result;
    } catch (error) {
      this.end(tx);
      throw error;
    }
  }

  /** The backends of a process that died find out some time later. */
  async lose(process: Process): Promise<void> {
    const orphans = [...this.open].filter((tx) => tx.process === process);
    for (const tx of orphans) {
      await this.schedule.step(this.backend);
      this.end(tx);
    }
  }

  async lock(tx: Tx, key: string, mode: Mode): Promise<void> {
    const lock = this.locks.get(key) ?? new RowLock();
    this.locks.set(key, lock);
    if (lock.isFreeFor(tx, mode)) return lock.take(tx, mode);
    if (this.waitsFor(lock, tx)) {
      this.deadlocks += 1;
      throw new Deadlock(`deadlock at ${key}`);
    }
    return new Promise((granted) => lock.waiters.push({ tx, mode, granted }));
  }

  /** `SKIP LOCKED`. */
  tryLock(tx: Tx, key: string, mode: Mode): boolean {
    const lock = this.locks.get(key) ?? new RowLock();
    this.locks.set(key, lock);
    const free = lock.isFreeFor(tx, mode);
    if (free) lock.take(tx, mode);
    return free;
  }

  unlock(tx: Tx, key: string): void {
    this.locks.get(key)?.release(tx);
  }

  private end(tx: Tx): void {
    if (!this.open.delete(tx)) return;
    for (const table of this.tables) table.forget(tx);
    for (const lock of this.locks.values()) lock.release(tx);
  }

  /** Whether a holder of this lock waits, over however many others, for the transaction. */
  private waitsFor(lock: RowLock, tx: Tx, seen = new Set<RowLock>()): boolean {
    if (seen.has(lock)) return false;
    seen.add(lock);
    return [...lock.holders.keys()].some((holder) => {
      if (holder === tx) return seen.size > 1;
      const at = [...this.locks.values()].find(({ waiters }) => waiters.some((waiter) => waiter.tx === holder));
      return at !== undefined && this.waitsFor(at, tx, seen);
    });
  }
}

/** Rows that statements read, and change under a lock. */
export class Table<Row> implements Written {
  /** Never changed in place: who keeps it has a snapshot. */
  committed: ReadonlyMap<string, Row> = new Map();
  /** Told of each transaction that changed rows here, as it commits: before and after. */
  onCommit: (tx: Tx, changed: ReadonlyMap<string, Row | undefined>, before: ReadonlyMap<string, Row>) => void = () =>
    undefined;
  private readonly written = new Map<Tx, Map<string, Row | undefined>>();
  private last: { readonly tx: Tx; readonly own: ReadonlyMap<string, Row | undefined> } | undefined;

  constructor(
    private readonly name: string,
    private readonly memory: Memory,
  ) {}

  /** What a transaction sees: its own changes over what is committed, or over an earlier snapshot; also just after it. */
  rows(tx: Tx, base = this.committed): ReadonlyMap<string, Row> {
    const own = this.written.get(tx) ?? (this.last?.tx === tx ? this.last.own : undefined);
    if (own === undefined) return base;
    const rows = new Map(base);
    for (const [key, row] of own) {
      if (row === undefined) rows.delete(key);
      else rows.set(key, row);
    }
    return rows;
  }

  get(tx: Tx, key: string): Row | undefined {
    const own = this.written.get(tx);
    return own?.has(key) === true ? own.get(key) : this.committed.get(key);
  }

  put(tx: Tx, key: string, row: Row | undefined): void {
    const own = this.written.get(tx) ?? new Map<string, Row | undefined>();
    this.written.set(tx, own.set(key, row));
  }

  lock(tx: Tx, key: string, mode: Mode = 'exclusive'): Promise<void> {
    return this.memory.lock(tx, this.lockKey(key), mode);
  }

  tryLock(tx: Tx, key: string, mode: Mode): boolean {
    return this.memory.tryLock(tx, this.lockKey(key), mode);
  }

  /** `on conflict do nothing`: waits for another's uncommitted row of this key, or its deletion; false where there is one. */
  async insert(tx: Tx, key: string, row: Row): Promise<boolean> {
    if (this.get(tx, key) !== undefined && !this.isWrittenByOthers(tx, key)) return false;
    await this.lock(tx, key);
    if (this.get(tx, key) !== undefined) {
      this.memory.unlock(tx, this.lockKey(key));
      return false;
    }
    this.put(tx, key, row);
    return true;
  }

  apply(tx: Tx): () => void {
    const own = this.written.get(tx);
    if (own === undefined) return () => undefined;
    const before = this.committed;
    this.committed = this.rows(tx);
    this.last = { tx, own };
    return () => this.onCommit(tx, own, before);
  }

  forget(tx: Tx): void {
    this.written.delete(tx);
  }

  private readonly lockKey = (key: string): string => `${this.name} ${key}`;

  private isWrittenByOthers(tx: Tx, key: string): boolean {
    return [...this.written].some(([other, own]) => other !== tx && own.has(key));
  }
}
