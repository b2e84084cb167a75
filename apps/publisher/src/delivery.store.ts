import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { DeliverySearch } from './domain/delivery-query.js';

export interface DeliveryRow {
  readonly attempt_id: string;
  readonly at: Date;
  /** With all the digits the database has: a page begins exactly behind the last. */
  readonly position: string;
  readonly partner_id: string;
  readonly kind: 'show' | 'remove' | 'test';
  readonly posting_id: string | null;
  readonly offer_id: string | null;
  readonly version: number | null;
  readonly revision: number | null;
  readonly number: number;
  readonly result: string;
  readonly status: number | null;
  readonly error: string | null;
  readonly sent: string;
  readonly duration_ms: number;
  readonly digest: string | null;
  readonly mapping: string | null;
  readonly body_hmac: Buffer | null;
  readonly body_sha256: Buffer | null;
}

export interface ReplyRow {
  readonly content_type: string | null;
  readonly body: Buffer;
  readonly truncated: boolean;
}

const fields = `attempt_id, at, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position, partner_id, kind,
  posting_id, offer_id, version::float8 as version, revision, number, result, status, error, sent, duration_ms, digest, mapping,
  body_hmac, body_sha256`;

/** Requests to partners, as they are read. */
@Injectable()
export class DeliveryStore {
  constructor(private readonly db: DataSource) {}

  /** One row more than the limit, newest first: attempt_of_offer, attempt_of_partner or attempt_newest. */
  search({ offer, partner, since, behind, limit }: DeliverySearch): Promise<DeliveryRow[]> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [
      ...(offer === undefined ? [] : [`offer_id = ${bind(offer)}`]),
      ...(partner === undefined ? [] : [`partner_id = ${bind(partner)}`]),
      ...(since === undefined ? [] : [`at >= ${bind(since)}`]),
      ...(behind === undefined
        ? []
        : [`(at, attempt_id) < (${bind(behind[0])}::timestamptz, ${bind(behind[1])}::uuid)`]),
    ];
    const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    return this.db.query(
      `select ${fields} from attempt ${where} order by at desc, attempt_id desc limit ${bind(limit + 1)}`,
      values,
    );
  }

  async find(id: string, partner?: string): Promise<DeliveryRow | undefined> {
    const [row]: DeliveryRow[] = await this.db.query(
      `select ${fields} from attempt where attempt_id = $1 and ($2::text is null or partner_id = $2)`,
      [id, partner ?? null],
    );
    return row;
  }

  /** Undefined where there was none, or it is too old to be kept. */
  async reply({ attempt_id: id, at }: DeliveryRow): Promise<ReplyRow | undefined> {
    const [row]: ReplyRow[] = await this.db.query(
      'select content_type, body, truncated from attempt_reply where attempt_id = $1 and at = $2',
      [id, at],
    );
    return row;
  }
}
