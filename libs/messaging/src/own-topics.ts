import type { TopicDefinition } from '@accord/contracts/define-event';
import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { readEnvelope } from './envelope.js';
import { messageOf } from './failure.js';
import type { IncomingRecord } from './kafka-port.js';
import type { MessagingOptions } from './messaging-options.js';
import type { OwnedState } from './owned-state.js';
import { haltRelay } from './relay-halt.js';
import type { TopicReader } from './topic-reader.js';

const logger = new Logger('OwnTopics');

interface LastRecord {
  readonly key: string;
  readonly version: number;
  readonly erased: boolean;
}

/** Reads back what a service wrote: what the last record of each key is, and whether a record is newer than its row. */
export function ownTopicAfter(
  topic: TopicDefinition,
  { owns = [], observer }: Pick<MessagingOptions, 'owns' | 'observer'>,
): Pick<TopicReader, 'after'> {
  const own = owns.filter(({ contract }) => contract.topic.name === topic.name);
  if (own.length === 0) return {};
  const after = async (tx: EntityManager, records: readonly IncomingRecord[]): Promise<void> => {
    const last = lastOf(topic, records, (because) => {
      logger.error(`${topic.name}: ${because}`);
      observer?.alarm?.({ kind: 'foreign-record', topic: topic.name, because });
    });
    await keepLast(tx, topic.name, last);
    const newer = await newerThanRow(tx, own, last);
    if (newer === undefined) return;
    const because = `its record has version ${newer.record.version}, its row ${newer.row ?? 'is gone'}`;
    if (!(await haltRelay(tx, topic.name, newer.record.key, because))) return;
    logger.error(`${topic.name}: ${newer.record.key}: ${because}: the database is older than what it wrote`);
    observer?.alarm?.({ kind: 'owner-restored', topic: topic.name, key: newer.record.key, because });
  };
  return { after };
}

function lastOf(
  topic: TopicDefinition,
  records: readonly IncomingRecord[],
  foreign: (because: string) => void,
): LastRecord[] {
  const last = new Map<string, LastRecord>();
  for (const record of records) {
    try {
      const { key, version } = readEnvelope(record);
      last.set(key, { key, version, erased: record.value === null });
    } catch (error) {
      foreign(`the record at offset ${record.offset} of ${topic.name} is none of ours: ${messageOf(error)}`);
    }
  }
  return [...last.values()];
}

async function keepLast(tx: EntityManager, topic: string, last: readonly LastRecord[]): Promise<void> {
  await tx.query(
    `insert into last_record (topic, key, version, erased)
     select $1, key, version, erased from unnest($2::text[], $3::bigint[], $4::boolean[]) as read (key, version, erased)
     on conflict (topic, key) do update set version = excluded.version, erased = excluded.erased`,
    [topic, last.map(({ key }) => key), last.map(({ version }) => version), last.map(({ erased }) => erased)],
  );
}

/** A row is committed before its event is sent: a record newer than its row means that the database was set back. */
async function newerThanRow(
  tx: EntityManager,
  own: readonly OwnedState[],
  last: readonly LastRecord[],
): Promise<{ readonly record: LastRecord; readonly row: number | undefined } | undefined> {
  const rows = new Map<string, number>();
  const keys = last.map(({ key }) => key);
  for (const state of own) for (const [key, version] of await state.currentVersions(tx, keys)) rows.set(key, version);
  const record = last.find(({ key, version, erased }) => {
    const row = rows.get(key);
    return row === undefined ? !erased : version > row;
  });
  return record === undefined ? undefined : { record, row: rows.get(record.key) };
}
