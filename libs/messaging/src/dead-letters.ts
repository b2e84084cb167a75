import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type DeadLetterState, readLetter, type LetterRow } from './dead-letter-row.js';
import type { DeadLetter } from './dead-letters.store.js';
import { isTemporary, messageOf } from './failure.js';
import { Messaging } from './messaging.js';
import { Poison, type PoisonReason } from './poison.js';
import { RecordFailed } from './record-failed.js';
import { inTransaction } from './stored-offsets.store.js';
import type { PlacedRecord } from './topic-reader.js';

/** A letter as an operator sees it: the event itself stays where it is, for it may hold what a list must not show. */
export interface ListedLetter extends DeadLetter {
  readonly state: DeadLetterState;
  readonly attempts: number;
  readonly bytes: number;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
}

export interface LetterQuery {
  readonly state?: DeadLetterState;
  readonly topic?: string;
  /** Letters older than this one, by id: the last of the page before. */
  readonly before?: string;
  readonly limit: number;
}

export type Resolution =
  | { readonly kind: 'resolved'; readonly how: 'replayed' | 'discarded' }
  | { readonly kind: 'not-found' }
  /** An operator judged it before. */
  | { readonly kind: 'resolved-before'; readonly how: DeadLetterState }
  /** Handled once more, and it failed once more. */
  | { readonly kind: 'failed'; readonly reason: PoisonReason; readonly error: string };

/** What an operator may do with the events a service could not handle. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly messaging: Messaging,
  ) {}

  /** The newest first. */
  async list({ state, topic, before, limit }: LetterQuery): Promise<readonly ListedLetter[]> {
    const rows: LetterRow[] = await this.dataSource.query(
      `select *, coalesce(octet_length(value), 0) as bytes from dead_letter
        where ($1::text is null or state = $1) and ($2::text is null or topic = $2) and ($3::bigint is null or id < $3)
        order by id desc limit $4`,
      [state ?? null, topic ?? null, before ?? null, limit],
    );
    return rows.map((row) => ({
      ...readLetter(row).letter,
      state: row.state,
      attempts: row.attempts,
      bytes: row.bytes,
      createdAt: row.created_at,
      resolvedAt: row.resolved_at,
      resolvedBy: row.resolved_by,
    }));
  }

  /**
   * Hands the event to its handler once more, as it was. A partition that waits at it goes on behind it.
   * @throws what a dependency throws that is out of order
   */
  async replay(id: string, by: string): Promise<Resolution> {
    try {
      return await this.resolve(id, by, 'replayed');
    } catch (error) {
      if (isTemporary(error)) throw error;
      await this.dataSource.query('update dead_letter set attempts = attempts + 1, error = $2 where id = $1', [
        id,
        messageOf(error).replaceAll('\0', ''),
      ]);
      const reason = error instanceof Poison ? error.reason : 'handler-failed';
      return { kind: 'failed', reason, error: messageOf(error) };
    }
  }

  /** Leaves it unhandled for good. A partition that waits at it goes on behind it. */
  async discard(id: string, by: string): Promise<Resolution> {
    return this.resolve(id, by, 'discarded');
  }

  private async resolve(id: string, by: string, how: 'replayed' | 'discarded'): Promise<Resolution> {
    const resolution = await inTransaction(this.dataSource, (tx) => this.resolveIn(tx, { id, by, how }));
    if (resolution.kind === 'resolved') this.messaging.lookAgain();
    return resolution;
  }

  private async handle(tx: EntityManager, placed: PlacedRecord): Promise<void> {
    try {
      await this.messaging.router().handle(tx, [placed]);
    } catch (error) {
      throw error instanceof RecordFailed ? error.cause : error;
    }
  }

  private async resolveIn(
    tx: EntityManager,
    { id, by, how }: { readonly id: string; readonly by: string; readonly how: 'replayed' | 'discarded' },
  ): Promise<Resolution> {
    if (!/^\d{1,18}$/.test(id)) return { kind: 'not-found' };
    const [row]: LetterRow[] = await tx.query('select *, 0 as bytes from dead_letter where id = $1 for update', [id]);
    if (row === undefined) return { kind: 'not-found' };
    if (row.state === 'replayed' || row.state === 'discarded') return { kind: 'resolved-before', how: row.state };
    const { letter, record } = readLetter(row);
    if (how === 'replayed') {
      const position = { topic: letter.topic, partition: letter.partition, offset: record.offset };
      await this.handle(tx, { position, record });
    }
    await tx.query('update dead_letter set state = $2, resolved_at = now(), resolved_by = $3 where id = $1', [
      id,
      how,
      by,
    ]);
    await this.messaging.options.onDeadLetterResolved?.(tx, letter, how);
    return { kind: 'resolved', how };
  }
}
