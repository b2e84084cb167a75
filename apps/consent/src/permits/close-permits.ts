import type { PermitClosures } from '@accord/contracts/internal/permits';
import { failpoint } from '@accord/service/failpoint';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { type Closure, closePermits } from '../domain/closing.js';
import { readRows } from '../rows/read-rows.js';
import { Loops } from '../loops.js';
import { ClosePermitStore } from './close-permit.store.js';

const seenRow = z.object({ attempt: z.string() });
const sessionRow = z.object({ session_id: z.string() });

/** Closes permits by their publisher's word, and takes them off the lists of stops. Closing one again changes nothing. */
@Injectable()
export class ClosePermits {
  constructor(
    private readonly db: DataSource,
    private readonly loops: Loops,
  ) {}

  /**
   * Answers the attempts that are closed now: all of them. A closing for an id not seen yet is kept, and the late ask is
   * refused. @throws Problem not-found
   */
  async execute({ session, closures }: PermitClosures): Promise<string[]> {
    await this.assertKnown(session);
    const closed = new Set(await this.close(session, closures));
    failpoint('consent.closures.after-commit');
    const rest = closures.filter(({ attempt }) => !closed.has(attempt));
    const seen = new Set(await this.seen(rest.map(({ attempt }) => attempt)));
    // Seen by now: asked for before, or while this was under way; whatever is open is found this time.
    const late = rest.filter(({ attempt }) => seen.has(attempt));
    if (late.length > 0) await this.close(session, late);
    for (const closure of rest) if (!seen.has(closure.attempt)) await this.closeUnseen(session, closure);
    this.loops.wake();
    return closures.map(({ attempt }) => attempt);
  }

  close(session: string, closures: readonly Closure[]): Promise<readonly string[]> {
    return this.db.transaction('READ COMMITTED', (tx) => closePermits(new ClosePermitStore(tx, session), closures));
  }

  /** Waits at the id's key for an ask under way: either the ask finds the id taken, or its permit is found and closed. */
  private async closeUnseen(session: string, closure: Closure): Promise<void> {
    await this.db.transaction('READ COMMITTED', async (tx) => {
      const kept = await readRows(
        tx,
        seenRow,
        'insert into attempt_seen (attempt) values ($1) on conflict do nothing returning attempt',
        [closure.attempt],
      );
      if (kept.length === 0) await closePermits(new ClosePermitStore(tx, session), [closure]);
    });
  }

  private async seen(attempts: readonly string[]): Promise<string[]> {
    if (attempts.length === 0) return [];
    const sql = 'select attempt from attempt_seen where attempt = any($1::uuid[])';
    return (await readRows(this.db, seenRow, sql, [attempts])).map(({ attempt }) => attempt);
  }

  private async assertKnown(session: string): Promise<void> {
    const rows = await readRows(this.db, sessionRow, 'select session_id from session where session_id = $1', [session]);
    if (rows.length === 0) throw new Problem('not-found', 'This session is not known: open one.');
  }
}
