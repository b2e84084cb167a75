import { type Knowledge, type Reading, understandQuery } from '../query/understand-query.js';
import { besideOf, matchOf, rankTiers } from '../query/rank-tiers.js';
import { parseQuery } from '../query/parse-query.js';
import { readingsOf, type SearchReading } from '../query/relax-query.js';
import { all, type TsQuery } from '../query/tsquery.js';
import { type AdFilter, adFilter, type FilterName } from './ad-filter.js';
import type { SearchQuery } from './search-query.js';

/** What is looked for, of one reading of the words. */
export interface AdSearch extends SearchReading {
  /** Best first: those who meet an earlier one stand before those who meet a later one. One at most where time or distance sorts. */
  readonly tiers: readonly TsQuery[];
  /** All that any of the tiers finds; undefined where there are no words. */
  readonly match: TsQuery | undefined;
  readonly filter: AdFilter;
}

export interface Searches {
  /** All the words, and then, for where nothing has them all, fewer. */
  readonly readings: readonly [AdSearch, ...AdSearch[]];
  readonly understood: Reading;
}

/** @param without a filter that a facet is counted without */
export function searchesOf(query: SearchQuery, now: Date, knowledge: Knowledge, without?: FilterName): Searches {
  const words = understandQuery(parseQuery(query.q ?? ''), knowledge);
  const filter = adFilter(query, words.excluded, now, without);
  const ranked = query.sort === undefined || query.sort === 'relevance';
  const search = (reading: SearchReading): AdSearch => {
    const { clauses } = reading;
    const match = matchOf(clauses);
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
  const [strict, ...relaxed] = readingsOf(words);
  return { readings: [search(strict), ...relaxed.map(search)], understood: words.reading };
}

const both = (...parts: readonly (TsQuery | undefined)[]): TsQuery | undefined =>
  all(parts.filter((part) => part !== undefined));
