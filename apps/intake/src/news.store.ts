import type { OfferVerified } from '@accord/contracts/events/offer-verified';
import type { PostingChanged } from '@accord/contracts/events/posting-changed';
import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { liveMap, lineOf, type PostingView } from './domain/live-map.js';

export type VerdictNews = Pick<OfferVerified, 'revision' | 'verdict' | 'approvedRevision' | 'decidedAt' | 'findings'>;
export type DecisionNews = Pick<PublicationDecided, 'standing' | 'ownPortal' | 'decidedAt' | 'postings'> & {
  readonly revision?: number;
};
export type OutcomeNews = Pick<
  PostingChanged,
  'partner' | 'state' | 'since' | 'wantedVersion' | 'publicUrl' | 'reason' | 'revision'
>;

export interface OfferNews {
  readonly verdict?: VerdictNews;
  readonly decision?: DecisionNews;
  readonly postings: PostingView[];
}

/**
 * What other services last said of an offer. Each write keeps the highest version: late and repeated events change nothing;
 * an erasure found by reading a topic anew has the version of what it erases.
 */
@Injectable()
export class NewsStore {
  constructor(private readonly db: DataSource) {}

  async of(offerId: string, from: Pick<EntityManager, 'query'> = this.db): Promise<OfferNews> {
    const rows: { verdict: VerdictNews | null; decision: DecisionNews | null; outcomes: OutcomeNews[] | null }[] =
      await from.query(
        `select (select verdict from offer_verdict where offer_id = $1),
                (select decision from offer_decision where offer_id = $1),
                (select jsonb_agg(outcome) from posting where offer_id = $1 and outcome is not null) as outcomes`,
        [offerId],
      );
    const { verdict = null, decision = null, outcomes = null } = rows[0] ?? {};
    return {
      ...(verdict !== null && { verdict }),
      ...(decision !== null && { decision }),
      postings: liveMap(decision ?? undefined, outcomes ?? []),
    };
  }

  async liveMapOf(offerId: string, from: Pick<EntityManager, 'query'> = this.db): Promise<PostingView[]> {
    return (await this.of(offerId, from)).postings;
  }

  /** Null: erased. */
  async keepVerdict(tx: EntityManager, offerId: string, version: number, verdict: VerdictNews | null): Promise<void> {
    await tx.query(
      `insert into offer_verdict as kept (offer_id, version, verdict) values ($1, $2, $3)
       on conflict (offer_id) do update set version = excluded.version, verdict = excluded.verdict
        where kept.version < excluded.version or (kept.version = excluded.version and excluded.verdict is null)`,
      [offerId, version, jsonOf(verdict)],
    );
  }

  async keepDecision(
    tx: EntityManager,
    offerId: string,
    version: number,
    decision: DecisionNews | null,
  ): Promise<void> {
    await tx.query(
      `insert into offer_decision as kept (offer_id, version, decision) values ($1, $2, $3)
       on conflict (offer_id) do update set version = excluded.version, decision = excluded.decision
        where kept.version < excluded.version or (kept.version = excluded.version and excluded.decision is null)`,
      [offerId, version, jsonOf(decision)],
    );
  }

  /** Answers what the live map says of this partner, before and after: the same where it was no news. */
  async keepOutcome(tx: EntityManager, of: PostingVersion, outcome: OutcomeNews | null): Promise<LineChange> {
    const rows: { before: OutcomeNews | null; decision: DecisionNews | null; news: boolean }[] = await tx.query(
      `with before as (
         select outcome from posting where offer_id = $1 and partner = $2
       ), kept as (
         insert into posting as kept (offer_id, partner, version, outcome) values ($1, $2, $3, $4)
         on conflict (offer_id, partner) do update set version = excluded.version, outcome = excluded.outcome
          where kept.version < excluded.version or (kept.version = excluded.version and excluded.outcome is null)
         returning true
       )
       select (select outcome from before) as before, exists (select from kept) as news,
              (select decision from offer_decision where offer_id = $1)`,
      [of.offerId, of.partner, of.version, jsonOf(outcome)],
    );
    const { before = null, decision = null, news = false } = rows[0] ?? {};
    const line = (told: OutcomeNews | null) => lineOf(of.partner, decision ?? undefined, told ?? undefined);
    return { before: line(before), after: line(news ? outcome : before) };
  }
}

export interface LineChange {
  readonly before: PostingView | undefined;
  readonly after: PostingView | undefined;
}

export interface PostingVersion {
  readonly offerId: string;
  readonly partner: string;
  readonly version: number;
}

const jsonOf = (news: unknown): string | null => (news === null ? null : JSON.stringify(news));
