import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { readEnvelope } from './envelope.js';
import { messageOf } from './failure.js';
import type { IncomingRecord } from './kafka-port.js';
import type { MessagingObserver } from './messaging-observer.js';
import type { OwnedState } from './owned-state.js';
import { keepLast, type LastRecord } from './own-topics.store.js';
import { ringRestored } from './relay-halt.js';

/** More than these are left to the next look at all rows. */
const MAX_SUSPECTS = 10_000;

interface ReadBack extends LastRecord {
  /** Of all records of the key just read, the last included. */
  readonly highest: number;
}

/**
 * Reads back what a service wrote to one topic: what the last record of each key is, whether it is older than its row, and
 * whether any is newer: a row is committed before its event is sent, so that means the database was set back.
 */
export class OwnTopic {
  private readonly logger = new Logger(OwnTopic.name);
  private readonly suspects = new Set<string>();

  constructor(
    readonly state: OwnedState,
    private readonly observer: MessagingObserver,
  ) {}

  get name(): string {
    return this.state.contract.topic.name;
  }

  async readBack(tx: EntityManager, records: readonly IncomingRecord[]): Promise<void> {
    const read = this.read(records);
    await keepLast(tx, this.name, read);
    const rows = await this.state.currentVersions(
      tx,
      read.map(({ key }) => key),
    );
    for (const { key, version, erased, highest } of read) {
      const row = rows.get(key);
      if (row === undefined ? !erased : highest > row)
        await ringRestored(tx, { topic: this.name, key, record: highest, row }, this.observer);
      if (row !== undefined && version < row && this.suspects.size < MAX_SUSPECTS) this.suspects.add(key);
      else this.suspects.delete(key);
    }
  }

  /** Keys whose last record was older than their row: mostly because the next one was on its way. */
  takeSuspects(): string[] {
    const taken = [...this.suspects];
    this.suspects.clear();
    return taken;
  }

  private read(records: readonly IncomingRecord[]): ReadBack[] {
    const read = new Map<string, ReadBack>();
    for (const record of records) {
      try {
        const { key, version } = readEnvelope(record);
        const highest = Math.max(version, read.get(key)?.highest ?? 0);
        read.set(key, { key, version, erased: record.value === null, highest });
      } catch (error) {
        const because = `the record at offset ${record.offset} is none of ours: ${messageOf(error)}`;
        this.logger.error(`${this.name}: ${because}`);
        this.observer.alarm?.({ kind: 'foreign-record', topic: this.name, because });
      }
    }
    return [...read.values()];
  }
}
