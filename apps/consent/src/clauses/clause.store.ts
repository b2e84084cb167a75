import { z } from 'zod';

import type { Clause } from '../domain/clause.js';
import { nextClauseChange } from '../domain/next-change.js';
import type { GivenClause, StopChange } from '../domain/stop.js';
import { CLAUSE_COLUMNS, clauseOf, clauseRow } from '../rows/clause-row.js';
import { type Db, readReturned, readRows } from '../rows/read-rows.js';

export type ClauseChange = Extract<StopChange, { kind: 'clauses' }>;

const changed = z.object({ clause_id: z.string() });
const timed = z.object({
  starts_at: z.date().nullable(),
  ends_at: z.date().nullable(),
  begun: z.boolean(),
});

/** Makes sure that the holder has a row, which its clauses' changes lock. */
export async function ensureHolder(tx: Db, holder: string): Promise<void> {
  await tx.query('insert into holder (holder_id) values ($1) on conflict do nothing', [holder]);
}

/**
 * Ends, begins and adds clauses of one holder, whose row is locked. False where nothing was left to change: they had ended.
 */
export async function changeClauses(
  tx: Db,
  holder: string,
  change: ClauseChange,
  stop: string | null,
): Promise<boolean> {
  let touched = change.add !== null;
  for (const { id, as } of change.end) {
    const ended = await readReturned(
      tx,
      changed,
      `update clause set ended_as = $3, ended_at = clock_timestamp(), stop_id = $4
        where clause_id = $1 and holder_id = $2 and ended_as is null returning clause_id`,
      [id, holder, as, stop],
    );
    touched ||= ended.length > 0;
  }
  if (change.add !== null) await insertClause(tx, change.add, stop);
  const begun = await readReturned(
    tx,
    changed,
    `update clause set begun = true, stop_id = coalesce(stop_id, $3)
      where clause_id = any($1::uuid[]) and holder_id = $2 and not begun and ended_as is null returning clause_id`,
    [change.begin, holder, stop],
  );
  await tellNextChange(tx, holder);
  return touched || begun.length > 0;
}

/** One with a beginning begins by a change of its own, now or later. */
async function insertClause(tx: Db, given: GivenClause, stop: string | null): Promise<void> {
  const { draft } = given;
  await tx.query(
    `insert into clause (clause_id, holder_id, effect, offers, offer_id, filter, audience, starts_at, ends_at, conditions,
                         wording_id, wording_version, wording_language, wording_digest, digest, pending_proof, replaces,
                         given_by, actor, given_at, begun, stop_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, date_trunc('milliseconds', clock_timestamp()),
             $8::timestamptz is null, $20)
     on conflict (clause_id) do nothing`,
    [
      given.id,
      given.holder,
      draft.effect,
      draft.offers,
      draft.offers === 'one' ? draft.offerId : null,
      draft.offers === 'filter' ? JSON.stringify(draft.filter) : null,
      JSON.stringify(draft.audience),
      draft.from ?? null,
      draft.until ?? null,
      draft.conditions ?? [],
      draft.wording.id,
      draft.wording.version,
      draft.wording.language,
      given.wordingDigest,
      given.digest,
      draft.pendingProof ?? false,
      draft.replaces ?? null,
      draft.givenBy === undefined ? null : JSON.stringify(draft.givenBy),
      given.actor,
      stop,
    ],
  );
}

/** Keeps the clock's next appointment with a holder. Only clauses with a window are read. */
async function tellNextChange(tx: Db, holder: string): Promise<void> {
  const rows = await readRows(
    tx,
    timed,
    `select starts_at, ends_at, begun from clause
      where holder_id = $1 and ended_as is null and (ends_at is not null or not begun)`,
    [holder],
  );
  const next = nextClauseChange(
    rows.map(({ starts_at, ends_at, begun }) => ({ begun, from: starts_at ?? undefined, until: ends_at ?? undefined })),
  );
  await tx.query('update holder set next_change_at = $2, changed_at = clock_timestamp() where holder_id = $1', [
    holder,
    next ?? null,
  ]);
}

/** Clauses with a window that have not ended: those the clock may change. */
export async function timedClauses(db: Db, holder: string): Promise<Clause[]> {
  const rows = await readRows(
    db,
    clauseRow,
    `select ${CLAUSE_COLUMNS} from clause
      where holder_id = $1 and ended_as is null and (ends_at is not null or not begun)`,
    [holder],
  );
  return rows.map(clauseOf);
}

/** The ledger tells of a withdrawal that this database lost. */
export async function endLost(tx: Db, holder: string, clause: string, stop: string): Promise<void> {
  await ensureHolder(tx, holder);
  await changeClauses(
    tx,
    holder,
    { kind: 'clauses', end: [{ id: clause, as: 'withdrawn' }], begin: [], add: null },
    stop,
  );
}
