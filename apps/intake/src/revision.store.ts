import type { Finding } from '@accord/contracts/finding';
import type { SealedOffer } from '@accord/contracts/sealed-offer';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface Revision {
  readonly offerId: string;
  readonly revision: number;
  readonly offer: SealedOffer;
  readonly findings: readonly Finding[];
  readonly submittedAt: Date;
}

interface Row {
  offer_id: string;
  revision: number;
  offer: SealedOffer;
  findings: Finding[];
  submitted_at: Date;
}

/** Every text ever submitted; written once, never changed. */
@Injectable()
export class RevisionStore {
  constructor(private readonly db: DataSource) {}

  /** @throws Error where the row is missing: a revision's number always has its text */
  async get(offerId: string, revision: number, from: Pick<EntityManager, 'query'> = this.db): Promise<Revision> {
    const rows: Row[] = await from.query('select * from revision where offer_id = $1 and revision = $2', [
      offerId,
      revision,
    ]);
    if (rows[0] === undefined) throw new Error(`offer ${offerId} has no text number ${revision}`);
    return revisionOf(rows[0]);
  }

  /** The last text of each of these offers, in their order. */
  async lastOf(offerIds: readonly string[], from: Pick<EntityManager, 'query'> = this.db): Promise<Revision[]> {
    const rows: Row[] = await from.query(
      `select r.* from unnest($1::uuid[]) with ordinality as asked(id, nth)
         join offer o using (id) join revision r on r.offer_id = o.id and r.revision = o.revision
        order by nth`,
      [offerIds],
    );
    if (rows.length !== offerIds.length) throw new Error('an offer has no text');
    return rows.map(revisionOf);
  }

  /** The newest first; one more than the limit. */
  async list(offerId: string, before: number | undefined, limit: number): Promise<Revision[]> {
    const rows: Row[] = await this.db.query(
      `select * from revision where offer_id = $1 and revision < $2 order by revision desc limit $3`,
      [offerId, before ?? 2_147_483_647, limit + 1],
    );
    return rows.map(revisionOf);
  }

  async add(tx: EntityManager, revisions: readonly Revision[]): Promise<void> {
    await tx.query(
      `insert into revision (offer_id, revision, offer, findings, submitted_at)
       select * from unnest($1::uuid[], $2::int[], $3::jsonb[], $4::jsonb[], $5::timestamptz[])`,
      [
        revisions.map(({ offerId }) => offerId),
        revisions.map(({ revision }) => revision),
        revisions.map(({ offer }) => JSON.stringify(offer)),
        revisions.map(({ findings }) => JSON.stringify(findings)),
        revisions.map(({ submittedAt }) => submittedAt),
      ],
    );
  }
}

const revisionOf = (row: Row): Revision => ({
  offerId: row.offer_id,
  revision: row.revision,
  offer: row.offer,
  findings: row.findings,
  submittedAt: row.submitted_at,
});
