import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import type { TsQuery } from './domain/query/tsquery.js';
import type { AdFilter } from './domain/request/ad-filter.js';
import type { AdSearch } from './domain/request/searches.js';
import { Kept } from './kept.js';

/** Behind which ad a page begins. */
export interface After {
  readonly at: string;
  readonly id: string;
}

const instant = `to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
/** As it is stored: it was checked when it came, and checking it again would cost more than finding it. */
const view = z.custom<object | null>((value) => typeof value === 'object');
const row = { offer_id: z.string().nullable(), at: z.string(), view };
const byTier = z.array(z.object({ ...row, tier: z.int(), total: z.int().nullable() }));
const byKm = z.array(z.object({ ...row, km: z.number() }));

export type TierRow = z.infer<typeof byTier>[number];
export type KmRow = z.infer<typeof byKm>[number];

/** A count that is exact, or the least there are. */
export interface Counted {
  readonly count: number;
  readonly exact: boolean;
}

export interface FacetCounts extends Counted {
  /** Of each term; `since:7` counts the last seven days. */
  readonly terms: ReadonlyMap<string, number>;
}

/** Milliseconds after which a walk stops at the end of a window and says how far it came. */
const PATIENCE = { page: 250, count: 60, facets: 400 } as const;
/** An older one is as right, but for what has come since. */
const LADDER_LIVES_MS = 60_000;

const ladder = z.object({ instants: z.array(z.number()), ranks: z.array(z.number()) });
type Ladder = z.infer<typeof ladder>;

async function readLadder(db: DataSource): Promise<Ladder> {
  const rows: unknown = await db.query(
    `select coalesce(array_agg(instant order by rank), '{}') as instants, coalesce(array_agg(rank order by rank), '{}') as ranks
       from ad_ladder()`,
  );
  return z.tuple([ladder]).parse(rows)[0];
}

/** Finds ads through the functions of migrations/search-terms.ts; docs/search.md has the plans and what they cost. */
@Injectable()
export class AdSearchStore {
  private readonly ladder: Kept<Ladder>;

  constructor(private readonly db: DataSource) {
    this.ladder = new Kept(LADDER_LIVES_MS, () => readLadder(db));
  }

  /**
   * Best tier first, newest first in each. A last row without an ad says how far the walk came before it was too long; `total`
   * says how many there are in all, where they are few.
   */
  async best(
    { tiers, match, filter }: Pick<AdSearch, 'tiers' | 'match' | 'filter'>,
    first: { readonly tier: number } & After,
    wanted: number,
  ): Promise<TierRow[]> {
    const walk = [first.tier, first.at, first.id, wanted, ...(await this.spread()), PATIENCE.page];
    const rows: unknown = await this.db.query(
      `select offer_id, tier, ${instant}, view, total
         from best_ads(${FILTER}, $9::tsquery[], $10, $11, $12, $13, $14, $15, $16,
                       $17::integer * interval '1 millisecond')`,
      [...filterValues(filter), tiersOf(tiers), match ?? null, ...walk],
    );
    return byTier.parse(rows);
  }

  /** The ad with this id, if it is on show. */
  async withId(offerId: string): Promise<TierRow[]> {
    const rows: unknown = await this.db.query(
      `select offer_id, 1 as tier, ${instant}, view, 1 as total from ad where shown and offer_id = $1`,
      [offerId],
    );
    return byTier.parse(rows);
  }

  /** Nearest first, newest first of one distance. `discs` cover the circles of `radii` around the filter's point. */
  async nearest(
    { match, filter }: Pick<AdSearch, 'match' | 'filter'>,
    discs: readonly { readonly radius: number; readonly cells: TsQuery }[],
    after: { readonly km: number } & After,
    wanted: number,
  ): Promise<KmRow[]> {
    const rows: unknown = await this.db.query(
      `select offer_id, km, ${instant}, view
         from nearest_ads(${FILTER}, $9, $10::tsquery[], $11, $12, $13, $14, $15, $16::integer * interval '1 millisecond')`,
      [
        ...filterValues(filter),
        match ?? null,
        discs.map(({ cells }) => cells),
        discs.map(({ radius }) => radius),
        after.km,
        after.at,
        after.id,
        wanted,
        PATIENCE.page,
      ],
    );
    return byKm.parse(rows);
  }

  /** How many there are, counted as far as `most`. */
  async count({ match, filter }: Pick<AdSearch, 'match' | 'filter'>, most: number): Promise<Counted> {
    const rows: unknown = await this.db.query(
      `select count(offer_id)::integer as count, count(*) = count(offer_id) as complete
         from some_ads(${FILTER}, $9, $10, $11, $12, $13::integer * interval '1 millisecond')`,
      [...filterValues(filter), match ?? null, most + 1, ...(await this.spread()), PATIENCE.count],
    );
    const [counted] = z.array(z.object({ count: z.int(), complete: z.boolean() })).parse(rows);
    const count = counted?.count ?? 0;
    return { count: Math.min(count, most), exact: count <= most && counted?.complete === true };
  }

  /**
   * Of the matches, the newest `most` at least where there are more: how many have each term of these kinds. Terms are compared
   * byte by byte, which costs half of what the database's order of characters does.
   */
  async facets(
    { match, filter }: Pick<AdSearch, 'match' | 'filter'>,
    kinds: readonly string[],
    sinceDays: readonly number[],
    most: number,
  ): Promise<FacetCounts> {
    const rows: unknown = await this.db.query(
      `with sampled as materialized (
         select * from some_ads(${FILTER}, $9, $10, $11, $12, $13::integer * interval '1 millisecond')
       )
       select facet, count(*)::integer as ads
         from (select unnest(facets) collate "C" as facet from sampled) each
        where split_part(facet, ':', 1) = any($14::text[]) group by facet
       union all
       select 'since:' || days, (select count(offer_id)::integer from sampled where published_at >= since)
         from (select days, now() - days * interval '1 day' as since from unnest($15::integer[]) days offset 0) each
       union all
       select case when offer_id is null then 'cut' else 'all' end, count(*)::integer from sampled group by 1`,
      [...filterValues(filter), match ?? null, most + 1, ...(await this.spread()), PATIENCE.facets, kinds, sinceDays],
    );
    const terms = new Map(
      z
        .array(z.object({ facet: z.string(), ads: z.int() }))
        .parse(rows)
        .map(({ facet, ads }) => [facet, ads]),
    );
    const count = terms.get('all') ?? 0;
    return { terms, count: Math.min(count, most), exact: count <= most && !terms.has('cut') };
  }

  /** How ads are spread over time: the instants and the ranks of the database's `ad_ladder`. */
  private async spread(): Promise<[readonly number[], readonly number[]]> {
    const { instants, ranks } = await this.ladder.get();
    return [instants, ranks];
  }
}

const FILTER =
  'row($1::tsquery, $2::tsquery, $3::tsquery, $4::integer, $5::float8, $6::float8, $7::float8, $8::timestamptz)::ad_filter';

const filterValues = ({ codes, place, excluded, leastPay, around, since }: AdFilter): unknown[] => [
  codes ?? null,
  place ?? null,
  excluded ?? null,
  leastPay ?? null,
  around?.lat ?? null,
  around?.lon ?? null,
  around?.radius ?? null,
  since?.toISOString() ?? null,
];

/** One condition that everything meets, where there are no words. */
const tiersOf = (tiers: readonly TsQuery[]): (TsQuery | null)[] => (tiers.length === 0 ? [null] : [...tiers]);
