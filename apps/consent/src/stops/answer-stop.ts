import { setTimeout as delay } from 'node:timers/promises';

import type { StopAnswer } from '@accord/contracts/internal/stops';
import { issueReceipt } from '@accord/receipts/receipt';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Keys } from '../keys.js';
import { leafScope } from '../ledger/stop-leaves.js';
import { postingsOf, readStop, type StopRecord } from './stop-record.js';

const FIRST_LOOK_MS = 4;
const LOOK_MS = 50;

/** Where the state of a stop is asked for. */
const stopStatus = (id: string): string => `/v1/stops/${id}`;

/** Says how far a stop is. Until its list is empty and the ledger acknowledged, it is *stopping*, and never shown as done. */
@Injectable()
export class AnswerStop {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
  ) {}

  /** Waits for it to be done, for at most so long. A stop that nobody carried out yet is *stopping* too. */
  async waitFor(id: string, waitMs: number): Promise<StopAnswer> {
    const until = performance.now() + waitMs;
    let pauseMs = FIRST_LOOK_MS;
    for (;;) {
      const record = await readStop(this.db, id);
      if (record === undefined || !isDone(record)) {
        const left = until - performance.now();
        if (left <= 0) return this.answer(id, record);
        await delay(Math.min(pauseMs, left));
        pauseMs = Math.min(pauseMs * 2, LOOK_MS);
        continue;
      }
      return this.answer(id, record);
    }
  }

  private async answer(id: string, record: StopRecord | undefined): Promise<StopAnswer> {
    const postings = record === undefined ? [] : await postingsOf(this.db, record);
    if (record === undefined || !isDone(record))
      return { state: 'stopping', stop: id, status: stopStatus(id), postings };
    const effectiveAt = record.effective_at.toISOString();
    return { state: 'stopped', stop: id, effectiveAt, receipt: this.receiptOf(record, record.effective_at), postings };
  }

  /** The same text each time: what is signed does not change, and Ed25519 has no randomness. */
  private receiptOf(record: StopRecord, effectiveAt: Date): string {
    const { stop_id: sub, because, holder_id: holder, agreement, actor } = record;
    return issueReceipt(this.keys.signing, {
      kind: 'stop',
      iss: this.keys.issuer,
      iat: Math.floor(effectiveAt.getTime() / 1_000),
      sub,
      because,
      scope: leafScope({
        scope: { kind: record.scope_kind, id: record.scope_id },
        ...(holder !== null && { holder }),
      }),
      effectiveAt: effectiveAt.toISOString(),
      ...(holder !== null && { holder }),
      ...(agreement !== null && { agreement }),
      ...(actor !== null && { actor }),
    });
  }
}

const isDone = (record: StopRecord): record is StopRecord & { readonly effective_at: Date } =>
  record.effective_at !== null && record.acknowledged;
