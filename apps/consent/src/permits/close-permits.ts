import type { PermitClosures } from '@accord/contracts/internal/permits';
import { failpoint } from '@accord/service/failpoint';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { closeByWord, closePermits, closeUnseen, type ClosingCalls, type Closure } from '../domain/closing.js';
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
    const calls: ClosingCalls = {
      close: async (some) => {
        const closed = await this.close(session, some);
        failpoint('consent.closures.after-commit');
        return closed;
      },
      seen: (attempts) => this.seen(attempts),
      closeUnseen: (closure) =>
        this.db.transaction('READ COMMITTED', (tx) => closeUnseen(new ClosePermitStore(tx, session), closure)),
    };
    await closeByWord(calls, closures);
    this.loops.wake();
    return closures.map(({ attempt }) => attempt);
  }

  close(session: string, closures: readonly Closure[]): Promise<readonly string[]> {
    return this.db.transaction('READ COMMITTED', (tx) => closePermits(new ClosePermitStore(tx, session), closures));
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
