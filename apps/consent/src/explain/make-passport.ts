import { signJws } from '@accord/receipts/jws';
import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { clockOf } from '../decide/decision.store.js';
import { Keys } from '../keys.js';
import { bigint } from '../rows/posting-row.js';
import { readRows } from '../rows/read-rows.js';

const TYPE = 'accord-passport+jwt';

const headRow = z.object({
  holder_id: z.string(),
  standing: z.string(),
  decided_revision: z.int().nullable(),
  digest: z.string().nullable(),
});
const stampRow = z.object({
  partner: z.string(),
  wanted: z.enum(['show', 'remove', 'nothing']),
  version: bigint,
  revision: z.int().nullable(),
  digest: z.string().nullable(),
  agreement: z.string().nullable(),
  state: z.string().nullable(),
  public_url: z.string().nullable(),
  since: z.date().nullable(),
  permit: z.string().nullable(),
  sent_at: z.date().nullable(),
  sent_revision: z.int().nullable(),
  sent_digest: z.string().nullable(),
  sent_agreement: z.string().nullable(),
  outcome: z.string().nullable(),
  status: z.int().nullable(),
});

export interface Passport {
  readonly offerId: string;
  readonly holder: string;
  readonly at: string;
  readonly standing: string;
  readonly revision: number | null;
  readonly digest: string | null;
  /** For each partner: what is wanted there, what was sent last under which agreement and permit, and how it was answered. */
  readonly partners: readonly Readonly<Record<string, unknown>>[];
}

/** Where an offer has been, signed. */
@Injectable()
export class MakePassport {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
  ) {}

  /** @throws Problem not-found */
  async execute(subject: Subject, offerId: string): Promise<Passport & { readonly signed: string }> {
    const sql = 'select holder_id, standing, decided_revision, digest from offer where offer_id = $1';
    const [head] = await readRows(this.db, headRow, sql, [offerId]);
    if (head === undefined || !(subject.role === 'operator' || head.holder_id === subject.id))
      throw new Problem('not-found', 'No offer of yours has this id.');
    const now = await clockOf(this.db);
    const passport: Passport = {
      offerId,
      holder: head.holder_id,
      at: now.toISOString(),
      standing: head.standing,
      revision: head.decided_revision,
      digest: head.decided_revision === null ? null : head.digest,
      partners: (await this.stamps(offerId)).map(stampOf),
    };
    const iat = Math.floor(now.getTime() / 1_000);
    return { ...passport, signed: signJws(this.keys.signing, TYPE, { iss: this.keys.issuer, iat, ...passport }) };
  }

  /** Index: permit_log_by_offer. */
  private stamps(offerId: string): Promise<z.infer<typeof stampRow>[]> {
    return readRows(
      this.db,
      stampRow,
      `select p.partner_id as partner, p.wanted, p.version, p.revision, p.digest, p.agreement, o.state, o.public_url, o.since,
              sent.permit, sent.closed_at as sent_at, sent.revision as sent_revision, sent.digest as sent_digest,
              sent.agreement as sent_agreement, sent.outcome, sent.status
         from posting p
         left join outcome o using (offer_id, partner_id)
         left join lateral (
           select * from permit_log l
            where l.offer_id = p.offer_id and l.partner_id = p.partner_id and l.kind = 'show' and l.outcome <> 'notSent'
            order by l.closed_at desc limit 1) as sent on true
        where p.offer_id = $1 order by p.partner_id`,
      [offerId],
    );
  }
}

function stampOf(row: z.infer<typeof stampRow>): Readonly<Record<string, unknown>> {
  const { partner, wanted, version, revision, digest, agreement, permit } = row;
  return {
    partner,
    wanted: { what: wanted, version, ...(wanted === 'show' && { revision, digest, agreement }) },
    sent:
      permit === null
        ? null
        : {
            permit,
            revision: row.sent_revision,
            digest: row.sent_digest,
            agreement: row.sent_agreement,
            at: row.sent_at?.toISOString() ?? null,
            outcome: row.outcome,
            status: row.status,
          },
    acknowledged:
      row.state === null
        ? null
        : { state: row.state, since: row.since?.toISOString() ?? null, publicUrl: row.public_url },
  };
}
