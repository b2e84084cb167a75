import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type Attempt, attemptColumns, type KeptReply, replyColumns } from './attempt-row.js';
import { unnested } from './unnested.js';

/** Requests to partners: added, never changed. */
@Injectable()
export class AttemptStore {
  constructor(private readonly db: DataSource) {}

  async add(tx: Pick<EntityManager, 'query'>, attempts: readonly Attempt[]): Promise<void> {
    if (attempts.length === 0) return;
    const rows = unnested(attemptColumns, attempts);
    await tx.query(`insert into attempt (${rows.names}) select * from ${rows.from}`, rows.values);
    const answered = attempts.filter(hasReply);
    if (answered.length === 0) return;
    const replies = unnested(replyColumns, answered);
    await tx.query(`insert into attempt_reply (${replies.names}) select * from ${replies.from}`, replies.values);
  }

  /** Partitions for the months to come; those too old go. */
  async keep(months: number, replyMonths: number): Promise<void> {
    await this.db.query('select keep_attempts(2, $1, $2)', [months, replyMonths]);
  }
}

const hasReply = (attempt: Attempt): attempt is Attempt & { readonly reply: KeptReply } =>
  attempt.reply !== undefined && attempt.reply.body.length > 0;
