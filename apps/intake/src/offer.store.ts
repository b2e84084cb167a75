import type { OfferState } from '@accord/contracts/offer-state';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type OfferLife, stateOf } from './domain/offer-life.js';
import { agentOf, type Employer } from './employer.js';
import { notCovered, outsideMandate } from './mandates/covers.js';
import { holdMandate } from './mandates/hold-mandate.js';
import type { OfferRecord } from './offer-record.js';
import { noSuchOffer } from './refusals.js';

interface Row {
  id: string;
  holder: string;
  reference: string;
  title: string;
  version: number;
  revision: number;
  intent: OfferLife['intent'];
  reason: string | null;
  reason_comment: string | null;
  openings_filled: number | null;
  mandate: OfferRecord['mandate'] | null;
  verification: OfferLife['verification'];
  publication: OfferLife['publication'];
  closes_on: string;
  draft_digest: Buffer;
  created_at: Date;
  submitted_at: Date;
  changed_at: Date;
}

export interface OfferQuery {
  readonly employer: Employer;
  readonly reference?: string;
  readonly state?: OfferState;
  /** On show until then at the latest. */
  readonly endsBy?: Date | undefined;
  /** Ids after this one, downwards. */
  readonly before?: string;
  readonly limit: number;
}

/** Whose offers: the employer's; of who acts for it, those made under its mandates. Two values, the first at `at`. */
const ownedBy = (at: number): string => `holder = $${at} and ($${at + 1}::text is null or agent = $${at + 1})`;
const ownerOf = (employer: Employer): unknown[] => [employer.holder, agentOf(employer)];

@Injectable()
export class OfferStore {
  constructor(private readonly db: DataSource) {}

  async find(id: string, employer: Employer): Promise<OfferRecord | undefined> {
    const rows: Row[] = await this.db.query(`select * from offer where id = $1 and ${ownedBy(2)}`, [
      id,
      ...ownerOf(employer),
    ]);
    return rows[0] && recordOf(rows[0]);
  }

  /**
   * Does something to an offer of this employer in a transaction that holds its row.
   * @throws Problem not-found, mandate-required
   */
  async change<T>(
    employer: Employer,
    id: string,
    work: (tx: EntityManager, record: OfferRecord) => Promise<T>,
  ): Promise<T> {
    return this.db.transaction(async (tx) => {
      await holdMandate(tx, employer);
      const rows: Row[] = await tx.query(`select * from offer where id = $1 and ${ownedBy(2)} for update`, [
        id,
        ...ownerOf(employer),
      ]);
      if (rows[0] === undefined) throw noSuchOffer();
      if ((await outsideMandate(tx, employer, [id])).size > 0) throw notCovered(employer);
      return work(tx, recordOf(rows[0]));
    });
  }

  /**
   * In the order of their ids, so that two imports never wait for each other in a circle. All of the employer's, whoever acts:
   * see `isOwn`. @throws Problem mandate-required
   */
  async lockByReference(tx: EntityManager, employer: Employer, references: readonly string[]): Promise<OfferRecord[]> {
    await holdMandate(tx, employer);
    const rows: Row[] = await tx.query(
      'select * from offer where holder = $1 and reference = any($2) order by id for update',
      [employer.holder, references],
    );
    return rows.map(recordOf);
  }

  /** By which offer; undefined where that is nothing for whoever asks. */
  async referenceTaken(employer: Employer, reference: string): Promise<string | undefined> {
    const rows: { id: string }[] = await this.db.query(`select id from offer where reference = $1 and ${ownedBy(2)}`, [
      reference,
      ...ownerOf(employer),
    ]);
    return rows[0]?.id;
  }

  /** One more than the limit tells that there is a next page. Indexes: offer_by_{holder,state,closing}, offer_reference_key. */
  async list({ employer, reference, state, endsBy, before, limit }: OfferQuery): Promise<OfferRecord[]> {
    const values: unknown[] = ownerOf(employer);
    const clause = (sql: string, value: unknown) => (value === undefined ? '' : ` and ${sql} $${values.push(value)}`);
    const where =
      clause('reference =', reference) +
      clause('state =', state) +
      clause('closing_at(closes_on) <=', endsBy) +
      clause('id <', before);
    const rows: Row[] = await this.db.query(
      `select * from offer where ${ownedBy(1)}${where} order by id desc limit $${values.push(limit + 1)}`,
      values,
    );
    return rows.map(recordOf);
  }

  /** Everything the employer or others may change of a row that is locked. */
  async update(tx: EntityManager, records: readonly OfferRecord[]): Promise<void> {
    await tx.query(
      `update offer set reference = n.reference, title = n.title, version = n.version, revision = n.revision,
              intent = n.intent, reason = n.reason, verification = n.verification, publication = n.publication,
              state = n.state, closes_on = n.closes_on, draft_digest = n.draft_digest,
              submitted_at = n.submitted_at, changed_at = n.changed_at, reason_comment = n.reason_comment,
              openings_filled = n.openings_filled, mandate = n.mandate
         from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[], $8::jsonb[],
                     $9::jsonb[], $10::text[], $11::text[], $12::bytea[], $13::timestamptz[], $14::timestamptz[],
                     $15::text[], $16::int[], $17::jsonb[])
              as n(id, reference, title, version, revision, intent, reason, verification, publication, state,
                   closes_on, draft_digest, submitted_at, changed_at, reason_comment, openings_filled, mandate)
        where offer.id = n.id`,
      updated.map((column) => records.map(column)),
    );
  }
}

const updated: readonly ((record: OfferRecord) => unknown)[] = [
  ({ id }) => id,
  ({ reference }) => reference,
  ({ title }) => title,
  ({ life }) => life.version,
  ({ life }) => life.revision,
  ({ life }) => life.intent,
  ({ reason }) => reason ?? null,
  ({ life }) => JSON.stringify(life.verification),
  ({ life }) => JSON.stringify(life.publication),
  ({ life }) => stateOf(life),
  ({ closesOn }) => closesOn,
  ({ draftDigest }) => draftDigest,
  ({ submittedAt }) => submittedAt,
  ({ changedAt }) => changedAt,
  ({ comment }) => comment ?? null,
  ({ openingsFilled }) => openingsFilled ?? null,
  ({ mandate }) => (mandate === undefined ? null : JSON.stringify(mandate)),
];

/** For what is heard from other services, and for the topic: both know an offer by its id alone. */
export async function lockedOffer(tx: EntityManager, id: string): Promise<OfferRecord | undefined> {
  return (await lockedOffers(tx, [id])).get(id);
}

/** The same of several, in the order of their ids, so that two readers of news never wait for each other in a circle. */
export async function lockedOffers(
  tx: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OfferRecord>> {
  const rows: Row[] = await tx.query('select * from offer where id = any($1::uuid[]) order by id for update', [ids]);
  return new Map(rows.map((row) => [row.id, recordOf(row)]));
}

const recordOf = (row: Row): OfferRecord => ({
  id: row.id,
  holder: row.holder,
  reference: row.reference,
  title: row.title,
  life: {
    version: row.version,
    revision: row.revision,
    intent: row.intent,
    verification: row.verification,
    publication: row.publication,
  },
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.reason_comment !== null && { comment: row.reason_comment }),
  ...(row.openings_filled !== null && { openingsFilled: row.openings_filled }),
  ...(row.mandate !== null && { mandate: row.mandate }),
  closesOn: row.closes_on,
  draftDigest: row.draft_digest,
  createdAt: row.created_at,
  submittedAt: row.submitted_at,
  changedAt: row.changed_at,
});
