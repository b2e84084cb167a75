import type { EntityManager } from 'typeorm';
import type { z } from 'zod';

/** Whatever can run one statement. */
export type Db = Pick<EntityManager, 'query'>;

/** Runs a statement and checks what it answers, row by row. */
export async function readRows<S extends z.ZodType>(
  db: Db,
  row: S,
  sql: string,
  values: readonly unknown[] = [],
): Promise<z.infer<S>[]> {
  const rows: unknown = await db.query(sql, [...values]);
  return row.array().parse(rows);
}

/** Of an update or delete with `returning`, which TypeORM answers as [rows, count]. */
export async function readReturned<S extends z.ZodType>(
  db: Db,
  row: S,
  sql: string,
  values: readonly unknown[] = [],
): Promise<z.infer<S>[]> {
  const [rows]: [unknown] = await db.query(sql, [...values]);
  return row.array().parse(rows);
}
