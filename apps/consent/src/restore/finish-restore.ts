import {
  consentLedger,
  moderationVerdicts,
  offerRevisions,
  partnerRegistry,
  publicationOutcomes,
} from '@accord/contracts/topics';
import { Messaging } from '@accord/messaging/messaging';
import { liftRelayHalt } from '@accord/messaging/relay-halt';
import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { addRedecision } from '../decide/redecision.store.js';
import { Loops } from '../loops.js';
import { readRows } from '../rows/read-rows.js';
import { readState } from '../state/consent-state.js';
import { RESTORE } from './restore.store.js';

/** The step after the epoch was raised. */
const DECIDING = 'restore: every offer is decided anew';
const toRead = [offerRevisions, moderationVerdicts, partnerRegistry, publicationOutcomes, consentLedger];
const found = z.object({ found: z.boolean() });

/**
 * What follows once lost entries were met: every topic is read to its end, the epoch raised, every offer decided anew under it,
 * and only then the relay and the gate go on. Each step is stored, so that another process may take the next.
 */
@Injectable()
export class FinishRestore {
  constructor(
    private readonly db: DataSource,
    private readonly messaging: Messaging,
    private readonly loops: Loops,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    const { frozen } = await readState(this.db);
    if (frozen === RESTORE) await this.raiseEpoch();
    if (frozen === DECIDING) await this.goOn();
  }

  /** All is read that was written since the backup; what comes from here on is of a new epoch. */
  private async raiseEpoch(): Promise<void> {
    for (const topic of toRead) if (!(await this.messaging.readToEnd(topic))) return;
    await this.db.transaction('READ COMMITTED', async (tx) => {
      const { epoch, frozen } = await readState(tx, 'lock');
      if (frozen !== RESTORE) return;
      await tx.query('update consent_state set epoch = $1, frozen = $2', [epoch + 1, DECIDING]);
      await addRedecision(tx, { kind: 'all', id: RESTORE });
      this.log.warn('consent.epoch-raised', { epoch: epoch + 1 });
    });
    this.loops.wake();
  }

  /** Every row stands above what was written before: the relay may send, and the gate may permit. */
  private async goOn(): Promise<void> {
    const sql = `select exists (select from redecision where scope_kind = 'all') as found`;
    if ((await readRows(this.db, found, sql)).some((row) => row.found)) return;
    await this.db.transaction('READ COMMITTED', async (tx) => {
      await liftRelayHalt(tx);
      await tx.query('update consent_state set frozen = null where frozen = $1', [DECIDING]);
    });
    this.log.warn('consent.restore-finished');
    this.loops.wake();
  }
}
