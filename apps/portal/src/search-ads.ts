import { allCommunes, communeByCode } from '@accord/reference-data/communes';
import { decodeCursor, pageOf, type Page } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import { AdStore } from './ad.store.js';
import { type PublicAd, publicAdOf } from './domain/public-ad.js';
import { searchArea } from './domain/search-area.js';
import { searchPosition, type SearchQuery } from './domain/search-query.js';
import type { SearchPlace } from './domain/search-sql.js';

/** Finds ads, newest first. */
@Injectable()
export class SearchAds {
  constructor(private readonly ads: AdStore) {}

  /** @throws Problem invalid-request */
  async execute(query: SearchQuery): Promise<Page<PublicAd>> {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, searchPosition);
    const rows = await this.ads.search({ query, place: placeOf(query), after });
    const page = pageOf(rows, query.limit, ({ publishedAt, offerId }) => [publishedAt, offerId]);
    return { ...page, items: page.items.map(({ view, publishedAt }) => publicAdOf(view, publishedAt)) };
  }
}

function placeOf({ commune: code, radius }: SearchQuery): SearchPlace | undefined {
  if (code === undefined) {
    if (radius !== undefined)
      throw wrong('radius', 'a radius needs a commune to stand around: add commune=<INSEE code>');
    return undefined;
  }
  const commune = communeByCode(code);
  if (commune === undefined) {
    throw wrong('commune', 'no commune has this INSEE code today; a postal code is not one');
  }
  if (radius === undefined || radius === 0) return { kind: 'communes', communes: [code, ...arrondissementsOf(code)] };
  if (commune.location === undefined)
    throw wrong('radius', 'this commune’s place is not known: search without a radius');
  return { kind: 'area', area: searchArea(commune.location.lat, commune.location.lon, radius) };
}

/** Paris, Lyon and Marseille are one commune to who searches, and several to who writes an offer. */
const arrondissementsOf = (code: string): string[] =>
  ['75056', '69123', '13055'].includes(code)
    ? [...allCommunes()].filter(({ parent }) => parent === code).map((commune) => commune.code)
    : [];

const wrong = (parameter: string, message: string): Problem =>
  new Problem('invalid-request', `The parameter ${parameter} cannot be used like this.`, [
    { pointer: `/${parameter}`, in: 'query', code: 'unknown-value', message },
  ]);
