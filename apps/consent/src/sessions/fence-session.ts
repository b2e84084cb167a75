import { Problem } from '@accord/service/problem';
import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { sameProcess } from '../domain/session.js';
import { readRows } from '../rows/read-rows.js';
import { forgetIntents, Intents } from '../stops/intents.js';
import { type FenceEvidence, lockSession, storeFence, type StoredSession } from './session.store.js';

const counted = z.object({ count: z.int() });

/** A session as it stands fenced. */
export interface FencedSession {
  readonly session: string;
  readonly fencedAt: Date;
  readonly closesAt: Date;
  /** Open in it at that time. */
  readonly permits: number;
}

/**
 * Takes it as certain that nothing more can leave a process. Its row is updated, so that no queued ask gets through: an ask
 * holds the row for share until its permits are there to be seen.
 */
@Injectable()
export class FenceSession {
  constructor(
    private readonly db: DataSource,
    private readonly intents: Intents,
    private readonly log: Log,
  ) {}

  /** Fencing it again answers the same. @throws Problem not-found, conflict */
  async execute(session: string, evidence: FenceEvidence): Promise<FencedSession> {
    const waiting = await this.intents.standInLine([{ kind: 'session', id: session }]);
    try {
      return await this.db.transaction('READ COMMITTED', async (tx) => {
        const known = await lockSession(tx, session);
        if (known === undefined) throw new Problem('not-found', 'This session is not known.');
        assertItself(known, evidence);
        const fenced = known.fenced ?? (await storeFence(tx, session, evidence)).fenced;
        if (fenced === undefined) throw new Error(`session ${session} could not be fenced`);
        await forgetIntents(tx, waiting);
        const sql = 'select count(*)::int as count from open_permit where session_id = $1';
        const [open] = await readRows(tx, counted, sql, [session]);
        this.log.warn('session.fenced', { session, evidence: evidence.kind, permits: open?.count ?? 0 });
        return { session, fencedAt: fenced.at, closesAt: fenced.closesAt, permits: open?.count ?? 0 };
      });
    } catch (error) {
      await this.intents.withdraw(waiting);
      throw error;
    }
  }
}

/** Who says that a process is dead names the one that opened the session, in all that names a process for ever. */
function assertItself({ process }: StoredSession, evidence: FenceEvidence): void {
  if (evidence.kind === 'operator' || sameProcess(process, evidence.process)) return;
  throw new Problem('conflict', 'The evidence is about another process than the one that opened this session.', [
    {
      pointer: '/evidence/process',
      code: 'other-process',
      message: 'give the identity that the session was opened with',
    },
  ]);
}
