import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const list = z.array(z.unknown());

/** Row by row: a schema of the whole list would have to be made for each answer, which costs more than to check it. */
const parsed = <S extends z.ZodType>(row: S, rows: unknown): z.infer<S>[] =>
  list.parse(rows).map((one) => row.parse(one));

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
  return parsed(row, rows);
}

/** Of an update or delete with `returning`, which TypeORM answers as [rows, count]. */
export async function readReturned<S extends z.ZodType>(
  db: Db,
  row: S,
  sql: string,
  values: readonly unknown[] = [],
): Promise<z.infer<S>[]> {
  const [rows]: [unknown] = await db.query(sql, [...values]);
  return parsed(row, rows);
}
