import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { EarlyEnd } from './reading.js';
import type { ImportReceipt, ImportView } from './receipt.js';

interface Row {
  id: string;
  state: ImportView['state'];
  started_at: Date;
  ended_at: Date | null;
  ended_early: EarlyEnd | null;
}

/** A receipt, and which of its import's it is; the first is 1. */
export interface NumberedReceipt {
  readonly position: number;
  readonly receipt: ImportReceipt;
}

/** Silent for so long, a running import's process must have died. */
const SILENT_S = 120;
/** How long receipts can be fetched again. */
const KEPT_DAYS = 30;

@Injectable()
export class ImportStore {
  constructor(private readonly db: DataSource) {}

  async begin(id: string, holder: string): Promise<void> {
    await this.db.query('insert into import (id, holder) values ($1, $2)', [id, holder]);
  }

  async end(id: string, outcome: 'complete' | 'interrupted', early?: EarlyEnd): Promise<void> {
    await this.db.query('update import set ended_at = now(), outcome = $2, ended_early = $3 where id = $1', [
      id,
      outcome,
      early,
    ]);
  }

  /** Of the records from `first` on, in the transaction that did what they say. */
  async addReceipts(
    tx: Pick<EntityManager, 'query'>,
    id: string,
    { first, receipts }: { readonly first: number; readonly receipts: readonly ImportReceipt[] },
  ): Promise<void> {
    await tx.query(
      `with alive as (update import set last_at = now() where id = $1)
       insert into import_receipt (import_id, position, line, receipt)
       select $1::uuid, * from unnest($2::int[], $3::int[], $4::jsonb[])`,
      [
        id,
        receipts.map((_receipt, at) => first + at),
        receipts.map(({ line }) => line),
        receipts.map((receipt) => JSON.stringify(receipt)),
      ],
    );
  }

  async find(id: string, holder: string): Promise<Omit<ImportView, 'items' | 'next'> | undefined> {
    const rows: Row[] = await this.db.query(
      `select id, started_at, ended_at, ended_early,
              coalesce(outcome, case when last_at > now() - interval '${SILENT_S} s' then 'running' else 'interrupted' end)
                as state
         from import where id = $1 and (holder = $2 or holder like $2 || ':%')`,
      [id, holder],
    );
    const [row] = rows;
    return (
      row && {
        id: row.id,
        state: row.state,
        startedAt: row.started_at.toISOString(),
        ...(row.ended_at !== null && { endedAt: row.ended_at.toISOString() }),
        ...(row.ended_early !== null && { endedEarly: row.ended_early }),
      }
    );
  }

  /** In the order of the records, those after so many; one more than the limit. */
  async receipts(id: string, after: number, limit: number): Promise<NumberedReceipt[]> {
    return this.db.query(
      `select coalesce(position, line) as position, receipt from import_receipt
        where import_id = $1 and coalesce(position, line) > $2 order by coalesce(position, line) limit $3`,
      [id, after, limit + 1],
    );
  }

  async forgetOld(): Promise<void> {
    await this.db.query(`delete from import where started_at < now() - interval '${KEPT_DAYS} days'`);
  }
}
