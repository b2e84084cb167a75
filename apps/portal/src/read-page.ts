import type { Commune } from '@accord/reference-data/communes';
import { communeByCode } from '@accord/reference-data/communes';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { type After, AdSearchStore, type KmRow, type TierRow } from './ad-search.store.js';
import { any, has } from './domain/query/tsquery.js';
import { FARTHEST } from './domain/request/ad-filter.js';
import { discsAround } from './domain/request/distance.js';
import type { SearchPosition } from './domain/request/search-position.js';
import type { AdSearch } from './domain/request/searches.js';
import type { SearchQuery } from './domain/request/search-query.js';
import { term } from './domain/terms.js';

/** An ad that was found, as its view is stored. */
export interface FoundRow {
  readonly view: object;
  readonly at: string;
  readonly km?: number;
}

/** The place behind a page, without the query it belongs to. */
export type Behind = readonly ['tier' | 'km', number, string, string];

export interface FoundPage {
  readonly rows: readonly FoundRow[];
  readonly next?: Behind;
  /** Of all pages, where it is known without counting. */
  readonly total?: number;
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Reads one page of a search, in its order. Words that are an ad's id find that ad. */
@Injectable()
export class ReadPage {
  constructor(private readonly ads: AdSearchStore) {}

  async execute(search: AdSearch, query: SearchQuery, position?: SearchPosition): Promise<FoundPage> {
    const asked = z.uuid().safeParse(query.q);
    if (asked.success) return pageOf(await this.ads.withId(asked.data), query.limit, tierPosition);
    const commune = query.sort === 'distance' ? communeByCode(query.commune?.[0] ?? '') : undefined;
    if (commune !== undefined) return this.nearest(search, { ...query, commune }, position);
    const [, , , tier = 1, at = 'infinity', id = LAST_ID] = position ?? [];
    const rows = await this.ads.best(search, { tier, at, id }, query.limit + 1);
    return pageOf(rows, query.limit, tierPosition);
  }

  /** In the commune itself distance is none and the newest come first; then around it. */
  private async nearest(
    search: AdSearch,
    query: { readonly commune: Commune; readonly radius?: number; readonly limit: number },
    position?: SearchPosition,
  ): Promise<FoundPage> {
    const [, , , km = 0, at = 'infinity', id = LAST_ID] = position ?? [];
    if (km > 0) return this.around(search, query, { km, at, id }, []);
    const place = has(term('commune', query.commune.code));
    const within = {
      ...search,
      tiers: search.match === undefined ? [] : [search.match],
      filter: { ...search.filter, place, around: undefined },
    };
    const rows = await this.ads.best(within, { tier: 1, at, id }, query.limit + 1);
    const here = rows.map((row) => ({ offer_id: row.offer_id, at: row.at, view: row.view, km: 0 }));
    if (rows.length > query.limit || rows.some(isMark)) return pageOf(here, query.limit, kmPosition);
    return this.around(search, query, { km: 0, at: '1970-01-01T00:00:00Z', id: FIRST_ID }, here);
  }

  private async around(
    search: AdSearch,
    {
      commune,
      radius = FARTHEST,
      limit,
    }: { readonly commune: Commune; readonly radius?: number; readonly limit: number },
    after: After & { readonly km: number },
    before: readonly KmRow[],
  ): Promise<FoundPage> {
    if (commune.location === undefined || radius === 0) return pageOf(before, limit, kmPosition);
    const excluded = any([
      ...(search.filter.excluded === undefined ? [] : [search.filter.excluded]),
      communeTerm(commune),
    ]);
    const filter = { ...search.filter, place: undefined, excluded, around: { ...commune.location, radius } };
    const discs = discsAround(commune.location, radius);
    const rows = await this.ads.nearest({ match: search.match, filter }, discs, after, limit + 1 - before.length);
    return pageOf([...before, ...rows], limit, kmPosition);
  }
}

const communeTerm = ({ code }: Commune): string => has(term('commune', code));
const tierPosition = (row: TierRow): Behind => ['tier', row.tier, row.at, row.offer_id ?? FIRST_ID];
const kmPosition = (row: KmRow): Behind => ['km', row.km, row.at, row.offer_id ?? FIRST_ID];
const isMark = ({ offer_id: id }: TierRow | KmRow): boolean => id === null;

/** A row more than the limit tells that there is a next page, and so does a mark of how far the walk came. */
function pageOf<Row extends TierRow | KmRow>(
  rows: readonly Row[],
  limit: number,
  behind: (row: Row) => Behind,
): FoundPage {
  const found = rows.filter((row) => !isMark(row)).slice(0, limit);
  const mark = rows.find(isMark);
  const last = rows.length - (mark === undefined ? 0 : 1) > limit ? found.at(-1) : mark;
  const [first] = rows;
  return {
    ...(first !== undefined && 'total' in first && first.total !== null && { total: first.total }),
    rows: found.map((row) => ({ view: row.view ?? {}, at: row.at, ...('km' in row && { km: row.km }) })),
    ...(last !== undefined && { next: behind(last) }),
  };
}
