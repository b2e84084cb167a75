import { besideOf, matchOf, rankTiers } from '../query/rank-tiers.js';
import { readingsOf, type SearchReading } from '../query/relax-query.js';
import { all, type TsQuery } from '../query/tsquery.js';
import type { Knowledge } from '../query/understand-query.js';
import { type AdFilter, adFilter, type FilterName } from './ad-filter.js';
import type { SearchQuery } from './search-query.js';

/** What is looked for, of one reading of the words. */
export interface AdSearch extends SearchReading {
  /** Best first: who meets an earlier one stands before who meets a later one. One at most where time or distance sorts. */
  readonly tiers: readonly TsQuery[];
  /** All that any of the tiers finds; undefined where there are no words. */
  readonly match: TsQuery | undefined;
  readonly filter: AdFilter;
}

/**
 * All that is to be tried, in order: the first that finds an ad is the answer.
 * @param without a filter that a facet is counted without
 */
export function searchesOf(
  query: SearchQuery,
  now: Date,
  knowledge: Knowledge,
  without?: FilterName,
): readonly [AdSearch, ...AdSearch[]] {
  const ranked = query.sort === undefined || query.sort === 'relevance';
  const search = (reading: SearchReading): AdSearch => {
    const { clauses, excluded } = reading;
    const match = matchOf(clauses);
    const filter = adFilter(query, excluded, now, without);
    return {
      ...reading,
      match,
      tiers: ranked ? rankTiers(clauses) : match === undefined ? [] : [match],
      filter: {
        ...filter,
        codes: both(filter.codes, besideOf(clauses, 'fact')),
        place: both(filter.place, besideOf(clauses, 'place')),
      },
    };
  };
  const [first, ...others] = readingsOf(query.q ?? '', knowledge);
  return [search(first), ...others.map(search)];
}

const both = (...parts: readonly (TsQuery | undefined)[]): TsQuery | undefined =>
  all(parts.filter((part) => part !== undefined));
