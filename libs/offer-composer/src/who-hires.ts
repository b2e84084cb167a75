import type { Chance } from './chance.js';
import { inventedUnits, isHiring, type LegalUnit } from './establishments.js';
import type { Establishment } from './establishments/establishment.js';

/** Who speaks in an ad. */
export interface Hirer {
  readonly unit: LegalUnit;
  readonly establishment: Establishment;
}

const hirersOf = (units: readonly LegalUnit[]): Hirer[] =>
  units.flatMap((unit) =>
    unit.establishments.filter(isHiring).map((establishment) => ({ unit, establishment }) as const),
  );

const agencies = hirersOf(inventedUnits.filter(({ agency }) => agency));
const insertion = hirersOf(inventedUnits.filter(({ naf }) => naf === '88.99B'));
/** By occupation, and by domain for those that are nobody's speciality. */
const byCode = Map.groupBy(
  hirersOf(inventedUnits).flatMap((hirer) => hirer.unit.hires.map((code) => ({ code, hirer }))),
  ({ code }) => code,
);

/** An invented establishment that may hire under such a contract, in a sector where the occupation is found. */
export function whoHires(chance: Chance, romeCode: string, contractType: string): Hirer {
  if (['MIS', 'DIN', 'TTI'].includes(contractType)) return chance.pick(agencies);
  if (contractType === 'DDI') return chance.pick(insertion);
  return chance.pick(byCode.get(romeCode) ?? byCode.get(romeCode.slice(0, 3)) ?? []).hirer;
}

/** INSEE's bands of workforce; a unit keeps its own. */
const bands = ['03', '11', '11', '12', '12', '21', '22', '31'];
export const sizeOf = ({ siren }: LegalUnit): string => bands[Number(siren.slice(5)) % bands.length] ?? 'NN';

/** "Entreprise adaptée": most of its people are recognised as disabled workers. */
export const isAdapted = ({ name }: LegalUnit): boolean => name.includes('entreprise adaptée');
