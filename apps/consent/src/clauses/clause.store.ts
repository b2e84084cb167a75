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

/** Makes sure that holders have rows, which their clauses' changes lock. */
export async function ensureHolders(tx: Db, holders: readonly string[]): Promise<void> {
  const ids = [...new Set(holders)].sort();
  await tx.query('insert into holder (holder_id) select unnest($1::text[]) on conflict do nothing', [ids]);
}

/**
 * Ends, begins and adds clauses of one holder, whose row is locked. False where nothing was left to change: they had ended, or
 * the one to be added was added before, or what it was to replace had ended by another's hand.
 */
export async function changeClauses(
  tx: Db,
  holder: string,
  { end, begin, add }: ClauseChange,
  stop: string | null,
): Promise<boolean> {
  const ended = await endClauses(tx, holder, end, stop);
  if (add !== null && end.length > 0 && ended === 0) return false;
  if (add !== null && !(await insertClause(tx, add, stop))) return false;
  const begun = await beginClauses(tx, holder, begin, stop);
  await tellNextChange(tx, holder);
  return add !== null || ended > 0 || begun > 0;
}

/** Answers how many of them had not ended before. */
async function endClauses(tx: Db, holder: string, end: ClauseChange['end'], stop: string | null): Promise<number> {
  if (end.length === 0) return 0;
  const ended = await readReturned(
    tx,
    changed,
    `update clause c set ended_as = e.ended_as, ended_at = clock_timestamp(), stop_id = $4
       from unnest($1::uuid[], $2::text[]) as e (clause_id, ended_as)
      where c.clause_id = e.clause_id and c.holder_id = $3 and c.ended_as is null returning c.clause_id`,
    [end.map(({ id }) => id), end.map(({ as }) => as), holder, stop],
  );
  return ended.length;
}

async function beginClauses(tx: Db, holder: string, begin: readonly string[], stop: string | null): Promise<number> {
  if (begin.length === 0) return 0;
  const begun = await readReturned(
    tx,
    changed,
    `update clause set begun = true, stop_id = coalesce(stop_id, $3)
      where clause_id = any($1::uuid[]) and holder_id = $2 and not begun and ended_as is null returning clause_id`,
    [begin, holder, stop],
  );
  return begun.length;
}

/** One with a beginning begins by a change of its own, now or later. False where it is there. */
async function insertClause(tx: Db, given: GivenClause, stop: string | null): Promise<boolean> {
  const { draft } = given;
  const added = await readRows(
    tx,
    changed,
    `insert into clause (clause_id, holder_id, effect, offers, offer_id, filter, audience, starts_at, ends_at, conditions,
                         wording_id, wording_version, wording_language, wording_digest, digest, pending_proof, replaces,
                         given_by, actor, given_at, begun, stop_id, terms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, date_trunc('milliseconds', clock_timestamp()),
             $8::timestamptz is null, $20,
             (select coalesce(jsonb_object_agg(partner_id, coalesce(($21::jsonb ->> partner_id)::int, terms_version)), '{}')
                from partner where terms_version > 0 and ($7::jsonb ->> 'kind' <> 'partners' or $7::jsonb -> 'partners' ? partner_id)))
     on conflict (clause_id) do nothing returning clause_id`,
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
      JSON.stringify(draft.terms ?? {}),
    ],
  );
  return added.length > 0;
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
  await ensureHolders(tx, [holder]);
  await changeClauses(
    tx,
    holder,
    { kind: 'clauses', end: [{ id: clause, as: 'withdrawn' }], begin: [], add: null },
    stop,
  );
}
