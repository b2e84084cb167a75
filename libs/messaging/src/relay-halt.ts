import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { MessagingObserver } from './messaging-observer.js';

type Db = Pick<EntityManager, 'query'>;

const logger = new Logger('OutboxRelay');

export interface RelayHalt {
  readonly topic: string;
  readonly key: string;
  readonly reason: string;
  readonly since: Date;
}

/** Nothing is sent from now on, across restarts. False when it was halted before. */
export async function haltRelay(tx: Db, topic: string, key: string, reason: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'insert into relay_halt (topic, key, reason) values ($1, $2, $3) on conflict do nothing returning topic',
    [topic, key, reason],
  );
  return rows.length > 0;
}

export async function relayHalt(db: Db): Promise<RelayHalt | undefined> {
  const [halt]: (Omit<RelayHalt, 'since'> & { halted_at: Date })[] = await db.query(
    'select topic, key, reason, halted_at from relay_halt',
  );
  return halt && { topic: halt.topic, key: halt.key, reason: halt.reason, since: halt.halted_at };
}

/**
 * After a restore: the owner has raised its versions above all it ever wrote (a new epoch) and added them to the outbox;
 * the relay may send again.
 */
export async function liftRelayHalt(tx: Db): Promise<void> {
  await tx.query('delete from relay_halt');
}

/** The owner's database is older than what it wrote. */
export async function ringRestored(
  tx: Db,
  found: { readonly topic: string; readonly key: string; readonly record: number; readonly row: number | undefined },
  observer: MessagingObserver,
): Promise<void> {
  const { topic, key } = found;
  const because = `its record has version ${found.record}, its row ${found.row ?? 'is gone'}`;
  if (!(await haltRelay(tx, topic, key, because))) return;
  logger.error(`${topic}: ${key}: ${because}. The database is older than what it wrote: nothing more is sent`);
  observer.alarm?.({ kind: 'owner-restored', topic, key, because });
}
