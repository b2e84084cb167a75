import { communeByCode } from '@accord/reference-data/communes';
import { occupationByCode } from '@accord/reference-data/occupations';
import { decodeCursor, encodeCursor } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { Inject, Injectable } from '@nestjs/common';

import { AdSearchStore } from './ad-search.store.js';
import { CountFacets } from './count-facets.js';
import { publicFieldsOf } from './domain/public-ad.js';
import type { AdPage, Total, UnderstoodWords } from './domain/request/ad-page.js';
import { kmFrom } from './domain/request/distance.js';
import { soughtStems, spansOf } from './domain/request/highlights.js';
import { digestOf, type SearchPosition, searchPosition } from './domain/request/search-position.js';
import { type AdSearch, searchesOf } from './domain/request/searches.js';
import type { SearchQuery } from './domain/request/search-query.js';
import { type GetKnowledge, KNOWLEDGE } from './knowledge.js';
import { type FoundPage, type FoundRow, ReadPage } from './read-page.js';

/** One reading of the words and the page it found. */
interface Found {
  readonly at: number;
  readonly search: AdSearch;
  readonly page: FoundPage;
}

/** Finds ads by words and filters; best, newest or nearest first. */
@Injectable()
export class SearchAds {
  constructor(
    private readonly ads: AdSearchStore,
    private readonly readPage: ReadPage,
    private readonly countFacets: CountFacets,
    @Inject(KNOWLEDGE) private readonly knowledge: GetKnowledge,
  ) {}

  /** @throws Problem invalid-request */
  async execute(query: SearchQuery): Promise<AdPage> {
    const now = new Date();
    const digest = digestOf(query);
    const position = query.cursor === undefined ? undefined : positionOf(query.cursor, digest);
    const searches = searchesOf(query, now, this.knowledge());
    const { at, search, page } = await this.firstThatFinds(searches, query, position);
    const sought = query.highlights ? soughtStems(search.clauses) : undefined;
    const facets =
      query.facets &&
      (await this.countFacets.execute(query, (filter) => ({
        ...search,
        filter: (searchesOf(query, now, this.knowledge(), filter)[at] ?? search).filter,
      })));
    return {
      items: page.rows.map((row) => shown(row, query, sought)),
      ...(page.next && { next: nextCursor(page.next, digest, at) }),
      ...(position === undefined && { total: await this.total(search, page, query.countTo) }),
      ...(position === undefined && query.q !== undefined && { understood: understoodAs(search) }),
      ...(facets && { facets }),
    };
  }

  /** The words as they stand, or, where that finds nothing, the next reading; a later page keeps to its first one's. */
  private async firstThatFinds(
    searches: readonly [AdSearch, ...AdSearch[]],
    query: SearchQuery,
    position: SearchPosition | undefined,
  ): Promise<Found> {
    let found: Found | undefined;
    for (const [at, search] of searches.entries()) {
      if (position !== undefined && position[2] !== at) continue;
      found = { at, search, page: await this.readPage.execute(search, query, position) };
      if (found.page.rows.length > 0 || found.page.next !== undefined) return found;
    }
    return found ?? { at: 0, search: searches[0], page: { rows: [] } };
  }

  /** A first page that is the last has been counted by reading it. */
  private async total(search: AdSearch, { rows, next, total }: FoundPage, countTo: number): Promise<Total> {
    if (total !== undefined) return { value: total, relation: 'exactly' };
    if (next === undefined) return { value: rows.length, relation: 'exactly' };
    if (countTo <= rows.length) return { value: rows.length, relation: 'atLeast' };
    const { count, exact } = await this.ads.count(search, countTo);
    return { value: Math.max(count, rows.length), relation: exact ? 'exactly' : 'atLeast' };
  }
}

const nextCursor = ([by, ...behind]: NonNullable<FoundPage['next']>, digest: string, reading: number): string =>
  encodeCursor([by, digest, reading, ...behind]);

/** @throws Problem invalid-request for a cursor that is none, or another query's */
function positionOf(cursor: string, digest: string): SearchPosition {
  const position = decodeCursor(cursor, searchPosition);
  if (position[1] === digest) return position;
  const message = 'a cursor of another search: keep its words, filters and sort, or start again without a cursor';
  throw new Problem('invalid-request', `This is ${message}.`, [
    { pointer: '/cursor', in: 'query', code: 'wrong-format', message },
  ]);
}

function shown({ view, at, km }: FoundRow, { commune, radius, sort }: SearchQuery, sought?: ReadonlySet<string>) {
  const middle = radius !== undefined || sort === 'distance' ? communeByCode(commune?.[0] ?? '') : undefined;
  const distanceKm = km ?? (middle && kmFrom(middle, view));
  return {
    ...publicFieldsOf(view, new Date(at).toISOString()),
    ...(distanceKm !== undefined && { distanceKm }),
    ...(sought && {
      highlights: {
        title: 'title' in view ? spansOf(view.title, sought) : [],
        description: 'description' in view ? spansOf(view.description, sought) : [],
      },
    }),
  };
}

function understoodAs({ kind, reading, ignored }: AdSearch): UnderstoodWords {
  return {
    reading: kind,
    occupations: reading.occupations.map((code) => ({ code, label: occupationByCode(code)?.label ?? code })),
    places: reading.places.map(({ kind: of, code, label }) => ({ kind: of, code, label })),
    corrections: [...reading.corrections],
    ignored: [...ignored],
  };
}
