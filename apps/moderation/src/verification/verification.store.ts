import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import type { Verdict } from '@accord/contracts/events/offer-verified';
import type { SealedOffer } from '@accord/contracts/sealed-offer';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What moderation knows of one offer; null text once erased. */
export interface Verification {
  readonly offerId: string;
  readonly version: number;
  readonly revision: number;
  readonly intent: OfferRevised['intent'];
  readonly holder: string;
  readonly offer: SealedOffer | null;
  readonly verdictVersion: number;
  readonly verdictRevision: number | null;
  readonly verdict: Verdict | null;
  readonly verdictBy: string | null;
  readonly approvedRevision: number | null;
}

/** The last word on an offer, as it is kept with it. */
export interface LastWord {
  readonly offerId: string;
  readonly version: number;
  readonly revision: number;
  readonly verdict: Verdict;
  readonly by: string | null;
  readonly approvedRevision: number | null;
}

const columns = `offer_id as "offerId", offer_version as version, revision, intent, holder, offer,
  verdict_version as "verdictVersion", verdict_revision as "verdictRevision", verdict, verdict_by as "verdictBy",
  approved_revision as "approvedRevision"`;

@Injectable()
export class VerificationStore {
  /** Locks the offer: whoever writes anything about it holds this lock. */
  async lock(tx: EntityManager, offerId: string): Promise<Verification | undefined> {
    return (await this.lockAll(tx, [offerId])).get(offerId);
  }

  /** Several, in the order of their ids; those that are known. */
  async lockAll(tx: EntityManager, offers: readonly string[]): Promise<ReadonlyMap<string, Verification>> {
    const rows: Verification[] = await tx.query(
      `select ${columns} from verification where offer_id = any($1::uuid[]) order by offer_id for update`,
      [offers],
    );
    return new Map(rows.map((row) => [row.offerId, row]));
  }

  async read(tx: EntityManager, offerId: string): Promise<Verification | undefined> {
    const rows: Verification[] = await tx.query(`select ${columns} from verification where offer_id = $1`, [offerId]);
    return rows[0];
  }

  async keep(tx: EntityManager, events: readonly OfferRevised[]): Promise<void> {
    await tx.query(
      `insert into verification (offer_id, offer_version, revision, intent, holder, offer, submitted_at)
       select * from unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[], $5::text[], $6::jsonb[], $7::timestamptz[])
       on conflict (offer_id) do update
         set offer_version = excluded.offer_version, revision = excluded.revision, intent = excluded.intent,
             offer = excluded.offer, submitted_at = excluded.submitted_at`,
      [
        events.map(({ offerId }) => offerId),
        events.map(({ version }) => version),
        events.map(({ revision }) => revision),
        events.map(({ intent }) => intent),
        events.map(({ holder }) => holder),
        events.map(({ offer }) => JSON.stringify(offer)),
        events.map(({ submittedAt }) => submittedAt),
      ],
    );
  }

  /** The text goes; that the offer was, and which version erased it, stays, so that a replay brings nothing back. */
  async erase(tx: EntityManager, offerId: string, version: number, verdictVersion: number): Promise<void> {
    await tx.query(
      `insert into verification (offer_id, offer_version, revision, intent, holder, submitted_at)
       values ($1, $2, 0, 'withdrawn', '', now())
       on conflict (offer_id) do update
         set offer = null, offer_version = $2, intent = 'withdrawn', verdict_version = $3, approved_revision = null`,
      [offerId, version, verdictVersion],
    );
  }

  async say(tx: EntityManager, words: readonly LastWord[]): Promise<void> {
    await tx.query(
      `update verification v set verdict_version = w.version, verdict_revision = w.revision, verdict = w.verdict,
              verdict_by = w.by, approved_revision = w.approved
         from unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[], $5::text[], $6::int[])
              as w (offer_id, version, revision, verdict, by, approved)
        where v.offer_id = w.offer_id`,
      [
        words.map(({ offerId }) => offerId),
        words.map(({ version }) => version),
        words.map(({ revision }) => revision),
        words.map(({ verdict }) => verdict),
        words.map(({ by }) => by),
        words.map(({ approvedRevision }) => approvedRevision),
      ],
    );
  }
}
