import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type OfferAccepted } from './answers.js';

/** How long a request may be repeated under its key. */
const KEPT_DAYS = 7;

/** What was answered under an Idempotency-Key; written with the offer, in `NewOfferStore`. */
@Injectable()
export class IdempotencyStore {
  constructor(private readonly db: DataSource) {}

  /**
   * The answer the same request got; undefined where the key is new.
   * @throws Problem idempotency-key-reused
   */
  async answerTo(scope: string, key: string, digest: Buffer): Promise<OfferAccepted | undefined> {
    const rows: { request_digest: Buffer; answer: OfferAccepted }[] = await this.db.query(
      'select request_digest, answer from idempotency_key where holder = $1 and key = $2',
      [scope, key],
    );
    const [known] = rows;
    if (known !== undefined && !known.request_digest.equals(digest)) throw reused();
    return known?.answer;
  }

  async forgetOld(): Promise<void> {
    await this.db.query(`delete from idempotency_key where created_at < now() - interval '${KEPT_DAYS} days'`);
  }
}

const reused = (): Problem =>
  new Problem('idempotency-key-reused', 'This Idempotency-Key came with another body before: use a new one for it.', [
    { pointer: '/idempotency-key', in: 'header', code: 'reused', message: 'choose a new value for another request' },
  ]);
