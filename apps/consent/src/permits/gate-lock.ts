import { z } from 'zod';

import type { Held, HeldRows } from '../domain/gate-statements.js';
import { type Db, readRows } from '../rows/read-rows.js';

/** `skip`: a locked row is answered as such. `wait`: waits for it, as long as the transaction's `lock_timeout` allows. */
export type LockMode = 'skip' | 'wait';

export interface LockedTable<S extends z.ZodType> {
  readonly table: 'session' | 'partner' | 'holder' | 'offer';
  readonly key: string;
  readonly type: 'uuid' | 'text';
  readonly columns: string;
  readonly row: S;
}

const found = z.object({ id: z.string() });

/**
 * Holds rows for share, in the order of their keys, until the transaction ends. A row that is not answered is being changed
 * or not there; a second statement tells which, and only where one is missing.
 */
export async function holdRows<S extends z.ZodType, T>(
  db: Db,
  of: LockedTable<S>,
  ids: readonly string[],
  how: { readonly mode: LockMode; readonly read: (row: z.infer<S>) => readonly [string, T] },
): Promise<HeldRows<T>> {
  if (ids.length === 0) return new Map();
  const { table, key, type, columns } = of;
  const rows = await readRows(
    db,
    of.row,
    `select ${columns} from ${table} where ${key} = any($1::${type}[]) order by ${key}
        for share ${how.mode === 'skip' ? 'skip locked' : ''}`,
    [ids],
  );
  const held = new Map<string, Held<T>>(
    rows.map((row) => {
      const [id, value] = how.read(row);
      return [id, { kind: 'held', row: value }];
    }),
  );
  const others = ids.filter((id) => !held.has(id));
  if (others.length > 0) {
    const there = await readRows(db, found, `select ${key} as id from ${table} where ${key} = any($1::${type}[])`, [
      others,
    ]);
    const locked = new Set(there.map(({ id }) => id));
    for (const id of others) held.set(id, { kind: locked.has(id) ? 'locked' : 'missing' });
  }
  return held;
}
