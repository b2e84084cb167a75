import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { communeByCode, successorOf, type Commune } from '@accord/reference-data/communes';

import { term } from '../terms.js';
import { cellTerms, type Point } from './cells.js';

type Workplace = ShowableOffer['workplaces'][number];

/** Where an ad's work is: terms to find it by, and the points distances are taken to. */
export interface AdPlaces {
  readonly terms: readonly string[];
  readonly points: readonly Point[];
}

export function adPlaces(workplaces: readonly Workplace[]): AdPlaces {
  const known = workplaces.map((workplace) => ({ workplace, commune: communeOf(workplace.communeInsee) }));
  const points = known.flatMap(({ workplace, commune }) => pointOf(workplace, commune) ?? []);
  const terms = known.flatMap(({ workplace, commune }) => territoryTerms(workplace, commune));
  return { terms: [...new Set([...terms, ...points.flatMap(cellTerms)])], points };
}

/** The commune of today: an ad may still name one that has become part of another. */
const communeOf = (code: string): Commune | undefined => communeByCode(code) ?? successorOf(code);

/** The ad's own coordinates, or the middle of its commune. */
function pointOf({ lat, lon }: Workplace, commune: Commune | undefined): Point | undefined {
  return lat !== undefined && lon !== undefined ? { lat, lon } : commune?.location;
}

/** A city's arrondissement is also the city. */
function territoryTerms(workplace: Workplace, commune: Commune | undefined): string[] {
  const department = commune?.department ?? workplace.department;
  const region = commune?.region ?? workplace.region;
  const area = commune?.employmentArea ?? workplace.employmentArea;
  return [
    term('commune', workplace.communeInsee),
    ...(commune === undefined ? [] : [term('commune', commune.code)]),
    ...(commune?.parent === undefined ? [] : [term('commune', commune.parent)]),
    ...(department === undefined ? [] : [term('department', department)]),
    ...(region === undefined ? [] : [term('region', region)]),
    ...(area === undefined ? [] : [term('employmentArea', area)]),
  ];
}
