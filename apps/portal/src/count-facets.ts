import { Injectable } from '@nestjs/common';

import { AdSearchStore } from './ad-search.store.js';
import type { Facet } from './domain/request/ad-page.js';
import type { FilterName } from './domain/request/ad-filter.js';
import { facetMark, facetValues } from './domain/request/facet-values.js';
import { type FacetName, facets, isFacetName, POSTED_SINCE } from './domain/request/facets.js';
import type { AdSearch } from './domain/request/searches.js';
import type { SearchQuery } from './domain/request/search-query.js';

/** Ads a facet counts at most: beyond, its counts are those of the newest, and it says so. */
const MOST_COUNTED = 3_000;

/** Makes the search again without one of its filters. */
export type Without = (filter: FilterName | undefined) => AdSearch;

/** Counts what a search finds by its facets, each without its own filter. */
@Injectable()
export class CountFacets {
  constructor(private readonly ads: AdSearchStore) {}

  /** One count for all facets whose filter is not set, and one more for each that is. */
  async execute(query: SearchQuery, without: Without): Promise<Facet[]> {
    const names = (query.facets ?? []).filter(isFacetName);
    const filterOf = (name: FacetName): FilterName | undefined => {
      const { filter } = facets[name];
      return query[filter] === undefined ? undefined : filter;
    };
    const counted = new Map<FacetName, Facet>();
    for (const [filter, together] of Map.groupBy(names, filterOf))
      for (const facet of await this.count(without(filter), together)) counted.set(facet[0], facet[1]);
    return names.flatMap((name) => counted.get(name) ?? []);
  }

  private async count(search: AdSearch, names: readonly FacetName[]): Promise<(readonly [FacetName, Facet])[]> {
    const marks = names.flatMap((name) => facetMark(name) ?? []);
    const days = names.includes('postedSince') ? POSTED_SINCE : [];
    const { terms, count, exact } = await this.ads.facets(search, marks, days, MOST_COUNTED);
    return names.map((name) => [name, { name, exact, countedAmong: count, values: facetValues(name, terms) }]);
  }
}
