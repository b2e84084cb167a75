import { type LedgerAppended, ledgerAppended } from '@accord/contracts/events/ledger-appended';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Log } from '@accord/service/logging';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { readState } from '../state/consent-state.js';
import { enterLost, replayLost } from './restore.store.js';

/**
 * Consent reads its own ledger back. A leaf is numbered and committed before it is sent, so an entry that the topic has and the
 * database has not means that the database was set back to an older backup.
 */
@Controller()
export class LedgerHandlers {
  constructor(private readonly log: Log) {}

  @OnEvent(ledgerAppended)
  async ledgerAppended(@Payload() entry: LedgerAppended | null, @Ctx() { tx }: EventContext): Promise<void> {
    if (entry === null || entry.number < (await readState(tx)).nextLeaf) return;
    const state = await readState(tx, 'lock');
    if (entry.number < state.nextLeaf) return;
    if (state.frozen === undefined)
      this.log.error('consent.restored', new Error('the database is older than the ledger'), {
        effect: 'no permit is given until the ledger is replayed and the topics are read',
        entry: entry.number,
        known: state.nextLeaf,
      });
    const { isNew } = await enterLost(tx, entry, state);
    if (isNew) await replayLost(tx, entry);
  }
}
