import { fold } from './fold.js';
import type { SearchArea } from './search-area.js';
import type { SearchPosition, SearchQuery } from './search-query.js';

/** Where a search by place looks: in these communes (one, or a city's arrondissements), or within a circle. */
export type SearchPlace =
  | { readonly kind: 'communes'; readonly communes: readonly string[] }
  | { readonly kind: 'area'; readonly area: SearchArea };

export interface Search {
  readonly query: SearchQuery;
  readonly place?: SearchPlace;
  readonly after?: SearchPosition;
}

/**
 * One page of a search, one row more than its limit, newest first. Values are parameters only. It never ranks all the
 * matches of a common word: a page is read from the index in its order.
 */
export function searchSql({ query, place, after }: Search): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const param = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['shown'];
  if (query.q !== undefined) conditions.push(`words @@ websearch_to_tsquery('french', ${param(fold(query.q))})`);
  if (query.occupation) conditions.push(`occupation = any(${param(query.occupation)})`);
  if (query.contract) conditions.push(`contract_type = any(${param(query.contract)})`);
  if (place)
    conditions.push(`exists (select from ad_place p where p.offer_id = ad.offer_id and ${within(place, param)})`);
  if (after) {
    conditions.push(`(published_at, offer_id) < (${param(after[0])}::timestamptz, ${param(after[1])}::uuid)`);
  }
  return {
    text: `select offer_id, published_at, view from ad where ${conditions.join(' and ')}
           order by published_at desc, offer_id desc limit ${param(query.limit + 1)}`,
    values,
  };
}

function within(place: SearchPlace, param: (value: unknown) => string): string {
  if (place.kind === 'communes') return `p.commune = any(${param(place.communes)})`;
  const { area } = place;
  const [lat, lon] = [param(area.lat), param(area.lon)];
  // Great-circle distance (haversine), on a sphere of 6,371 km.
  const distance = `2 * 6371 * asin(sqrt(least(1, power(sin(radians(p.lat - ${lat}) / 2), 2)
    + cos(radians(${lat})) * cos(radians(p.lat)) * power(sin(radians(p.lon - ${lon}) / 2), 2))))`;
  return `p.lat between ${param(area.south)} and ${param(area.north)}
    and p.lon between ${param(area.west)} and ${param(area.east)} and ${distance} <= ${param(area.radiusKm)}`;
}
