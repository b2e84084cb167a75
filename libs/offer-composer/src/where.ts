import type { Workplace } from '@accord/contracts/offer';
import { allCommunes, communeByCode, type Commune } from '@accord/reference-data/communes';
import { wageTerritoryOf } from '@accord/reference-data/minimum-wage';

import { Weighted, type Chance } from './chance.js';
import type { Establishment } from './establishments/establishment.js';

/** A place of work, and what its commune is called in a sentence. */
export interface Place {
  readonly workplace: Workplace;
  /** "Lyon 3e", "Le Havre". */
  readonly name: string;
}

let drawn: Weighted<string> | undefined;

/** Communes by their people, the large ones more than that, as work gathers there; the arrondissements stand for Paris, Lyon and Marseille, and some wages we do not know. */
const communeDraw = (): Weighted<string> => (drawn ??= new Weighted(weights()));

function* weights(): Generator<readonly [string, number]> {
  const communes = [...allCommunes()];
  const whole = new Set(communes.map(({ parent }) => parent));
  for (const { code, department, postalCodes, population } of communes)
    if (!whole.has(code) && postalCodes.length > 0 && wageTerritoryOf(department) !== undefined)
      yield [code, population ** 1.2];
}

const known = new Map<string, Commune>();

/** Where the work is: at the establishment's own place one time in eight, else wherever people live. */
export function whereIs(chance: Chance, establishment: Establishment): Place {
  if (chance.happens(0.125)) return placeIn(chance, establishment.communeInsee, establishment.postalCode);
  return placeIn(chance, communeDraw().pick(chance));
}

function placeIn(chance: Chance, communeInsee: string, postalCode?: string): Place {
  const commune = known.get(communeInsee) ?? communeByCode(communeInsee);
  if (commune === undefined) throw new Error(`no commune ${communeInsee}`);
  known.set(communeInsee, commune);
  const { name, department, region, location, employmentArea } = commune;
  return {
    name: name.replace(/ Arrondissement$/, ''),
    workplace: {
      communeInsee,
      postalCode: postalCode ?? chance.pick(commune.postalCodes),
      label: name,
      department,
      // A collectivity overseas (Saint-Martin) stands in no region: the tables repeat its department.
      ...(region === department ? {} : { region }),
      country: 'FR',
      ...(location && chance.happens(0.6) ? location : {}),
      ...(employmentArea ? { employmentArea } : {}),
    },
  };
}

/** "à Rennes", "au Havre", "aux Lilas". */
export function atPlace(name: string): string {
  if (name.startsWith('Le ')) return `au ${name.slice(3)}`;
  return name.startsWith('Les ') ? `aux ${name.slice(4)}` : `à ${name}`;
}
