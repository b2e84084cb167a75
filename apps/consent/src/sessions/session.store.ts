import type { fenceSession, ProcessIdentity } from '@accord/contracts/internal/sessions';
import { z } from 'zod';

import { FENCE_DRAIN_MS } from '../domain/session.js';
import { type Db, readReturned, readRows } from '../rows/read-rows.js';

export type FenceEvidence = z.infer<typeof fenceSession>['evidence'];

const sessionRow = z.object({
  session_id: z.string(),
  host: z.string(),
  boot: z.string(),
  pid: z.int(),
  start_time: z.string(),
  epoch: z.int(),
  state: z.enum(['open', 'fenced', 'ended']),
  opened_at: z.date(),
  fenced_at: z.date().nullable(),
  closes_at: z.date().nullable(),
});

export interface StoredSession {
  readonly session: string;
  readonly process: ProcessIdentity;
  readonly epoch: number;
  readonly state: 'open' | 'fenced' | 'ended';
  readonly openedAt: Date;
  readonly fenced?: { readonly at: Date; readonly closesAt: Date };
}

const sessionOf = (row: z.infer<typeof sessionRow>): StoredSession => ({
  session: row.session_id,
  process: { host: row.host, boot: row.boot, pid: row.pid, startTime: row.start_time },
  epoch: row.epoch,
  state: row.state,
  openedAt: row.opened_at,
  ...(row.fenced_at !== null && row.closes_at !== null && { fenced: { at: row.fenced_at, closesAt: row.closes_at } }),
});

const COLUMNS = 'session_id, host, boot, pid, start_time, epoch, state, opened_at, fenced_at, closes_at';

export async function insertSession(tx: Db, session: string, process: ProcessIdentity, epoch: number): Promise<void> {
  await tx.query(
    `insert into session (session_id, host, boot, pid, start_time, epoch, state, opened_at)
     values ($1, $2, $3, $4, $5, $6, 'open', clock_timestamp())`,
    [session, process.host, process.boot, process.pid, process.startTime, epoch],
  );
}

/** Index: session_open. */
export async function openSessions(db: Db): Promise<StoredSession[]> {
  const rows = await readRows(db, sessionRow, `select ${COLUMNS} from session where state = 'open' order by opened_at`);
  return rows.map(sessionOf);
}

/** The row, locked for a change: waits for the asks under way in it. */
export async function lockSession(tx: Db, session: string): Promise<StoredSession | undefined> {
  const sql = `select ${COLUMNS} from session where session_id = $1 for no key update`;
  return (await readRows(tx, sessionRow, sql, [session])).map(sessionOf)[0];
}

/** From now on no ask gets through in it; its permits close a little later. */
export async function storeFence(tx: Db, session: string, evidence: FenceEvidence): Promise<StoredSession> {
  const [row] = await readReturned(
    tx,
    sessionRow,
    `update session set state = 'fenced', evidence = $2, fenced_at = clock_timestamp(),
            closes_at = clock_timestamp() + ${FENCE_DRAIN_MS} * interval '1 ms'
      where session_id = $1 returning ${COLUMNS}`,
    [session, JSON.stringify(evidence)],
  );
  if (row === undefined) throw new Error(`session ${session} is gone`);
  return sessionOf(row);
}

/** It asks for nothing any more and has nothing open. */
export async function endSession(tx: Db, session: string): Promise<void> {
  await tx.query(`update session set state = 'ended', closed = true where session_id = $1`, [session]);
}

const permitRow = z.object({ permit: z.string() });

/** As many as one closing takes. */
export async function permitsOf(db: Db, session: string, limit = 500): Promise<string[]> {
  const sql = 'select permit from open_permit where session_id = $1 limit $2';
  return (await readRows(db, permitRow, sql, [session, limit])).map(({ permit }) => permit);
}

const closing = z.object({ session_id: z.string() });

/** Fenced, the drain over, permits not closed yet. Index: session_closing. */
export async function sessionsToClose(db: Db): Promise<string[]> {
  const sql = `select session_id from session where state = 'fenced' and not closed and closes_at <= clock_timestamp()`;
  return (await readRows(db, closing, sql)).map(({ session_id }) => session_id);
}

export async function markClosed(db: Db, session: string): Promise<void> {
  await db.query('update session set closed = true where session_id = $1', [session]);
}
