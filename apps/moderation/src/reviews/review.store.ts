import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import type { Finding } from '@accord/contracts/finding';
import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import type { ReviewFacts, ReviewKind, ReviewState } from '../domain/review-life.js';
import type { ModerationConfig } from '../moderation.config.js';
import { VerificationStore, type Verification } from '../verification/verification.store.js';

/** A review as it is stored. */
export interface ReviewRow {
  readonly id: string;
  readonly offerId: string;
  readonly revision: number;
  readonly kind: ReviewKind;
  readonly state: ReviewState;
  readonly version: number;
  readonly findings: readonly Finding[];
  readonly reason: string | null;
  readonly contested: string | null;
  readonly openedAt: Date;
  readonly claimedBy: string | null;
  readonly claimedUntil: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly verdict: string | null;
}

export interface NewReview {
  readonly offer: Verification;
  readonly kind: ReviewKind;
  readonly revision: number;
  readonly findings: readonly Finding[];
  readonly reason?: string;
  readonly contested?: string | null;
}

export const reviewColumns = `review.id, review.offer_id as "offerId", review.revision, review.kind, review.state,
  review.version, review.findings, review.reason, review.contested, review.opened_at as "openedAt",
  review.claimed_by as "claimedBy", review.claimed_until as "claimedUntil", review.decided_by as "decidedBy",
  review.decided_at as "decidedAt", review.verdict`;

/** The rules' view of a stored review. */
export const factsOf = (row: ReviewRow): ReviewFacts => ({
  kind: row.kind,
  state: row.state,
  version: row.version,
  revision: row.revision,
  ...(row.claimedBy !== null && row.claimedUntil !== null && { claim: { by: row.claimedBy, until: row.claimedUntil } }),
  ...(row.contested !== null && { contested: row.contested }),
});

@Injectable()
export class ReviewStore {
  constructor(
    private readonly verifications: VerificationStore,
    @Inject(CONFIG) private readonly config: ModerationConfig,
  ) {}

  /** Opens a review, or answers the id of the one of its kind that is open already. The offer's row must be locked. */
  async open(tx: EntityManager, review: NewReview): Promise<{ readonly id: string; readonly opened: boolean }> {
    const { offer, kind, revision, findings, reason, contested } = review;
    const id = uuid();
    const rows: { id: string }[] = await tx.query(
      `insert into review (id, offer_id, revision, kind, state, findings, reason, contested, opened_at)
       values ($1, $2, $3, $4, 'open', $5, $6, $7, now())
       on conflict (offer_id, kind) where state = 'open' do update set findings = review.findings
       returning id`,
      [id, offer.offerId, revision, kind, JSON.stringify(findings), reason ?? null, contested ?? null],
    );
    const kept = rows[0]?.id ?? id;
    return { id: kept, opened: kept === id };
  }

  async lock(tx: EntityManager, id: string): Promise<ReviewRow | undefined> {
    const rows: ReviewRow[] = await tx.query(`select ${reviewColumns} from review where id = $1 for update`, [id]);
    return rows[0];
  }

  /** The review and its offer, the offer first as everywhere, so that two transactions never wait for each other. */
  async lockWithOffer(tx: EntityManager, id: string): Promise<{ review: ReviewRow; offer: Verification } | undefined> {
    const rows: { offerId: string }[] = await tx.query('select offer_id as "offerId" from review where id = $1', [id]);
    const offer = rows[0] && (await this.verifications.lock(tx, rows[0].offerId));
    const review = await this.lock(tx, id);
    return offer && review && { review, offer };
  }

  async claim(tx: EntityManager, id: string, moderator: string): Promise<ReviewRow | undefined> {
    const [rows]: [ReviewRow[], number] = await tx.query(
      `update review set claimed_by = $2, claimed_until = now() + make_interval(secs => $3), version = version + 1
        where id = $1 returning ${reviewColumns}`,
      [id, moderator, this.config.CLAIM_MINUTES * 60],
    );
    return rows[0];
  }

  async decide(tx: EntityManager, id: string, moderator: string, verdict: string): Promise<ReviewRow | undefined> {
    const [rows]: [ReviewRow[], number] = await tx.query(
      `update review set state = 'decided', decided_by = $2, decided_at = now(), verdict = $3, version = version + 1
        where id = $1 returning ${reviewColumns}`,
      [id, moderator, verdict],
    );
    return rows[0];
  }

  /** A newer text, or a withdrawal, answers doubts and appeals. Readers' reports stand against the offer whatever its text. */
  async supersede(tx: EntityManager, { offerId, revision, intent }: OfferRevised): Promise<void> {
    await tx.query(
      `update review set state = 'superseded', version = version + 1
        where offer_id = $1 and state = 'open' and (kind <> 'report' or $2)`,
      [offerId, intent === 'withdrawn'],
    );
    await tx.query(
      `update review set revision = $2, version = version + 1 where offer_id = $1 and state = 'open' and kind = 'report'`,
      [offerId, revision],
    );
  }

  /** A refusal answers whatever else was asked about the offer. */
  async supersedeOthers(tx: EntityManager, { id, offerId }: ReviewRow): Promise<void> {
    await tx.query(
      `update review set state = 'superseded', version = version + 1 where offer_id = $1 and state = 'open' and id <> $2`,
      [offerId, id],
    );
  }

  /** Whether an appeal against a verdict on this text has been decided. */
  async appealed(tx: EntityManager, offerId: string, revision: number): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from review where offer_id = $1 and revision = $2 and kind = 'appeal' and state = 'decided' limit 1`,
      [offerId, revision],
    );
    return rows.length > 0;
  }

  /** What people wrote goes with the offer. */
  async erase(tx: EntityManager, offerId: string): Promise<void> {
    await tx.query(
      `update review set reason = null, version = version + 1,
         state = case state when 'open' then 'superseded' else state end where offer_id = $1`,
      [offerId],
    );
    await tx.query('update report set comment = null where offer_id = $1', [offerId]);
  }
}
