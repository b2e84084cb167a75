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
    return (await this.ofAll([offerId], from)).get(offerId) ?? { postings: [] };
  }

  async liveMapOf(offerId: string): Promise<PostingView[]> {
    return (await this.of(offerId)).postings;
  }

  /** By offer, each of them. */
  async ofAll(
    offers: readonly string[],
    from: Pick<EntityManager, 'query'> = this.db,
  ): Promise<ReadonlyMap<string, OfferNews>> {
    const rows: NewsRow[] = await from.query(
      `select id, (select verdict from offer_verdict where offer_id = id),
              (select decision from offer_decision where offer_id = id),
              (select jsonb_agg(outcome) from posting where offer_id = id and outcome is not null) as outcomes
         from unnest($1::uuid[]) as o (id)`,
      [offers],
    );
    return new Map(
      rows.map(({ id, verdict, decision, outcomes }) => [
        id,
        {
          ...(verdict !== null && { verdict }),
          ...(decision !== null && { decision }),
          postings: liveMap(decision ?? undefined, outcomes ?? []),
        },
      ]),
    );
  }

  /** Of different offers; null: erased. */
  async keepVerdicts(tx: EntityManager, told: readonly Told<VerdictNews>[]): Promise<void> {
    await tx.query(
      `insert into offer_verdict as kept (offer_id, version, verdict)
       select * from unnest($1::uuid[], $2::bigint[], $3::jsonb[])
       on conflict (offer_id) do update set version = excluded.version, verdict = excluded.verdict
        where kept.version < excluded.version or (kept.version = excluded.version and excluded.verdict is null)`,
      [told.map(({ offerId }) => offerId), told.map(({ version }) => version), told.map(({ news }) => jsonOf(news))],
    );
  }

  /** The same. */
  async keepDecisions(tx: EntityManager, told: readonly Told<DecisionNews>[]): Promise<void> {
    await tx.query(
      `insert into offer_decision as kept (offer_id, version, decision)
       select * from unnest($1::uuid[], $2::bigint[], $3::jsonb[])
       on conflict (offer_id) do update set version = excluded.version, decision = excluded.decision
        where kept.version < excluded.version or (kept.version = excluded.version and excluded.decision is null)`,
      [told.map(({ offerId }) => offerId), told.map(({ version }) => version), told.map(({ news }) => jsonOf(news))],
    );
  }

  /** Of different postings. Answers what the live map says of each, before and after: the same where it was no news. */
  async keepOutcomes(tx: EntityManager, told: readonly ToldOfPosting[]): Promise<LineChange[]> {
    const rows: OutcomeRow[] = await tx.query(
      `with told as (
         select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::jsonb[])
                with ordinality as told (offer_id, partner, version, outcome, nth)
       ), before as (
         select offer_id, partner, p.outcome from told join posting p using (offer_id, partner)
       ), kept as (
         insert into posting as kept (offer_id, partner, version, outcome)
         select offer_id, partner, version, outcome from told
         on conflict (offer_id, partner) do update set version = excluded.version, outcome = excluded.outcome
          where kept.version < excluded.version or (kept.version = excluded.version and excluded.outcome is null)
         returning offer_id, partner
       )
       select before.outcome as before, kept.offer_id is not null as news, d.decision
         from told left join before using (offer_id, partner) left join kept using (offer_id, partner)
              left join offer_decision d using (offer_id)
        order by nth`,
      [
        told.map(({ offerId }) => offerId),
        told.map(({ partner }) => partner),
        told.map(({ version }) => version),
        told.map(({ news }) => jsonOf(news)),
      ],
    );
    return told.map(({ partner, news: outcome }, at) => {
      const { before = null, decision = null, news = false } = rows[at] ?? {};
      const line = (of: OutcomeNews | null) => lineOf(partner, decision ?? undefined, of ?? undefined);
      return { before: line(before), after: line(news ? outcome : before) };
    });
  }
}

interface NewsRow {
  readonly id: string;
  readonly verdict: VerdictNews | null;
  readonly decision: DecisionNews | null;
  readonly outcomes: OutcomeNews[] | null;
}

interface OutcomeRow {
  readonly before: OutcomeNews | null;
  readonly decision: DecisionNews | null;
  readonly news: boolean;
}

/** One version of what was said of an offer; null: erased. */
interface Told<N> {
  readonly offerId: string;
  readonly version: number;
  readonly news: N | null;
}

interface ToldOfPosting extends Told<OutcomeNews> {
  readonly partner: string;
}

export interface LineChange {
  readonly before: PostingView | undefined;
  readonly after: PostingView | undefined;
}

const jsonOf = (news: unknown): string | null => (news === null ? null : JSON.stringify(news));
