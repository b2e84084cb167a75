import type { PermitProof } from '@accord/contracts/internal/permits';
import { issuePermitProof } from '@accord/receipts/permit-proof';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { Keys } from '../keys.js';
import { readRows } from '../rows/read-rows.js';

/** A show permit that was opened. */
export interface ShowPermit {
  readonly attempt: string;
  readonly offerId: string;
  readonly partner: string;
  readonly version: number;
  readonly revision: number;
  readonly digest: string;
  readonly agreement: string;
}

const knownRow = z.object({
  attempt: z.string(),
  proof: z.string().nullable(),
  wording_digest: z.string(),
  now: z.date(),
});
type Known = z.infer<typeof knownRow>;

/**
 * The signed token that travels with a broadcast, made once for each posting version: at its first permit, outside the gate's
 * transaction, so that no lock waits for a signature. The open row is the permit; this is the evidence of it.
 */
@Injectable()
export class Proofs {
  constructor(
    private readonly db: DataSource,
    private readonly keys: Keys,
  ) {}

  /** By attempt. */
  async of(permits: readonly ShowPermit[]): Promise<ReadonlyMap<string, string>> {
    if (permits.length === 0) return new Map();
    const known = new Map((await this.known(permits)).map((row) => [row.attempt, row]));
    const made: (ShowPermit & { readonly proof: string })[] = [];
    const proofs = permits.map((permit): [string, string] => {
      const row = known.get(permit.attempt);
      if (row === undefined) throw new Error(`agreement ${permit.agreement} of an open permit is gone`);
      if (row.proof !== null) return [permit.attempt, row.proof];
      const proof = issuePermitProof(this.keys.signing, this.claimsOf(permit, row));
      made.push({ ...permit, proof });
      return [permit.attempt, proof];
    });
    await this.keep(made);
    return new Map(proofs);
  }

  /** A posting that has moved on to another version since has none to keep. */
  private known(permits: readonly ShowPermit[]): Promise<Known[]> {
    return readRows(
      this.db,
      knownRow,
      `select a.attempt, p.proof, c.wording_digest, clock_timestamp() as now
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::uuid[])
              as a (attempt, offer_id, partner_id, version, agreement)
         join clause c on c.clause_id = a.agreement
         left join posting p on p.offer_id = a.offer_id and p.partner_id = a.partner_id and p.version = a.version`,
      [
        permits.map(({ attempt }) => attempt),
        permits.map(({ offerId }) => offerId),
        permits.map(({ partner }) => partner),
        permits.map(({ version }) => version),
        permits.map(({ agreement }) => agreement),
      ],
    );
  }

  private claimsOf(permit: ShowPermit, { wording_digest: wording, now }: Known): PermitProof {
    const { offerId, partner, version, revision, digest, agreement } = permit;
    const iat = Math.floor(now.getTime() / 1_000);
    return { iss: this.keys.issuer, aud: partner, sub: offerId, iat, revision, digest, version, agreement, wording };
  }

  private async keep(made: readonly (ShowPermit & { readonly proof: string })[]): Promise<void> {
    if (made.length === 0) return;
    await this.db.query(
      `update posting p set proof = m.proof
         from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[]) as m (offer_id, partner_id, version, proof)
        where p.offer_id = m.offer_id and p.partner_id = m.partner_id and p.version = m.version and p.proof is null`,
      [
        made.map(({ offerId }) => offerId),
        made.map(({ partner }) => partner),
        made.map(({ version }) => version),
        made.map(({ proof }) => proof),
      ],
    );
  }
}
