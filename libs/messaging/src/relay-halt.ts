import type { EntityManager } from 'typeorm';

type Db = Pick<EntityManager, 'query'>;

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
