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
    const rows: Verification[] = await tx.query(`select ${columns} from verification where offer_id = $1 for update`, [
      offerId,
    ]);
    return rows[0];
  }

  async read(tx: EntityManager, offerId: string): Promise<Verification | undefined> {
    const rows: Verification[] = await tx.query(`select ${columns} from verification where offer_id = $1`, [offerId]);
    return rows[0];
  }

  async keep(tx: EntityManager, event: OfferRevised): Promise<void> {
    const { offerId, version, revision, intent, holder, offer, submittedAt } = event;
    await tx.query(
      `insert into verification (offer_id, offer_version, revision, intent, holder, offer, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (offer_id) do update set offer_version = $2, revision = $3, intent = $4, offer = $6, submitted_at = $7`,
      [offerId, version, revision, intent, holder, JSON.stringify(offer), submittedAt],
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

  async say(tx: EntityManager, word: LastWord): Promise<void> {
    await tx.query(
      `update verification set verdict_version = $2, verdict_revision = $3, verdict = $4, verdict_by = $5,
         approved_revision = $6 where offer_id = $1`,
      [word.offerId, word.version, word.revision, word.verdict, word.by, word.approvedRevision],
    );
  }
}
