import type { Commune } from '@accord/reference-data/communes';
import { communeByCode } from '@accord/reference-data/communes';
import { z } from 'zod';

import type { Point } from '../index/cells.js';
import type { TsQuery } from '../query/tsquery.js';
import { disc } from './ad-filter.js';

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres. */
export function kmBetween(a: Point, b: Point): number {
  const across = Math.sin(radians(b.lon - a.lon) / 2) ** 2 * Math.cos(radians(a.lat)) * Math.cos(radians(b.lat));
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, Math.sin(radians(b.lat - a.lat) / 2) ** 2 + across)));
}

const placed = z.looseObject({
  workplaces: z.array(
    z.looseObject({ communeInsee: z.string(), lat: z.number().optional(), lon: z.number().optional() }),
  ),
});

/** From a commune's middle to the nearest of an ad's workplaces, to 100 m; none in the commune itself. */
export function kmFrom({ code, location }: Commune, view: object): number | undefined {
  const distances = placed.parse(view).workplaces.map(({ communeInsee, lat, lon }) => {
    const commune = communeByCode(communeInsee);
    if (communeInsee === code || commune?.parent === code) return 0;
    const point = lat !== undefined && lon !== undefined ? { lat, lon } : commune?.location;
    return point === undefined || location === undefined ? Number.POSITIVE_INFINITY : kmBetween(location, point);
  });
  const nearest = Math.min(...distances);
  return Number.isFinite(nearest) ? Math.round(nearest * 10) / 10 : undefined;
}

/** Circles that grow from 4 km to the last, each with the cells that cover it. */
export function discsAround(middle: Point, radius: number): { readonly radius: number; readonly cells: TsQuery }[] {
  const radii = [];
  for (let km = 4; km < radius; km *= 2) radii.push(km);
  return [...radii, radius].flatMap((km) => {
    const cells = disc(middle, km);
    return cells === undefined ? [] : [{ radius: km, cells }];
  });
}
