import type { ProcessIdentity } from '@accord/contracts/internal/sessions';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { closePermits } from '../domain/closing.js';
import { sameProcess } from '../domain/session.js';
import { ClosePermitStore } from '../permits/close-permit.store.js';
import { readState } from '../state/consent-state.js';
import { Loops } from '../loops.js';
import {
  endSession,
  insertSession,
  lockSession,
  openSessions,
  permitsOf,
  type StoredSession,
} from './session.store.js';

/** Makes a publisher process known. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly db: DataSource,
    private readonly loops: Loops,
  ) {}

  async execute(process: ProcessIdentity): Promise<{ session: string; epoch: number }> {
    const opened = await this.db.transaction('READ COMMITTED', async (tx) => {
      const { epoch } = await readState(tx);
      const earlier = (await openSessions(tx)).filter((one) => sameProcess(one.process, process));
      for (const one of earlier) await this.end(tx, one, epoch);
      const session = uuid();
      await insertSession(tx, session, process, epoch);
      return { session, epoch };
    });
    this.loops.wake();
    return opened;
  }

  /**
   * An earlier session of the same process. One of an earlier epoch is renewed by this: the process has cut all its requests
   * before it opens another (contracts/internal/sessions). One of this epoch ends where nothing is open in it.
   */
  private async end(tx: EntityManager, { session, epoch: its }: StoredSession, epoch: number): Promise<void> {
    await lockSession(tx, session);
    let permits = await permitsOf(tx, session);
    while (its < epoch && permits.length > 0) {
      await closePermits(
        new ClosePermitStore(tx, session),
        permits.map((attempt) => ({ attempt, outcome: 'renewed' })),
      );
      permits = await permitsOf(tx, session);
    }
    if (permits.length === 0) await endSession(tx, session);
  }
}
