import { careAndPublic } from './care-and-public.js';
import type { Family } from './family.js';
import { landAndCraft } from './land-and-craft.js';
import { officeAndStudies } from './office-and-studies.js';
import { tradeAndTravel } from './trade-and-travel.js';

const families: readonly Family[] = [...landAndCraft, ...tradeAndTravel, ...officeAndStudies, ...careAndPublic];

interface Place {
  readonly family: Family;
  readonly weight: number;
}

const placesOf = (list: (family: Family) => Readonly<Record<string, number>> | undefined): ReadonlyMap<string, Place> =>
  new Map(
    families.flatMap((family) =>
      Object.entries(list(family) ?? {}).map(([code, weight]) => [code, { family, weight }] as const),
    ),
  );

const byDomain = placesOf(({ domains }) => domains);
const byOccupation = placesOf(({ occupations }) => occupations);

/** @throws Error for an occupation of no family */
export function familyOf(romeCode: string): Family {
  const found = byOccupation.get(romeCode) ?? byDomain.get(romeCode.slice(0, 3));
  if (found === undefined) throw new Error(`no family of ads for ${romeCode}`);
  return found.family;
}

/** How often its domain has ads, times how often it has them within its domain. */
export const weightOf = (domain: string, romeCode: string): number =>
  (byDomain.get(domain)?.weight ?? 0) * (byOccupation.get(romeCode)?.weight ?? 1);
