import type { Establishment } from './establishments/establishment.js';
import { industry } from './establishments/industry.js';
import { others } from './establishments/others.js';
import { places } from './establishments/places.js';
import { services } from './establishments/services.js';
import type { UnitRow } from './establishments/unit-row.js';

/** An invented legal unit. */
export interface LegalUnit {
  readonly siren: string;
  /** As it writes itself: "Fournil des Remparts". */
  readonly name: string;
  readonly naf: string;
  /** ROME domains (M18) or occupations (D1202) it hires for; an agency's list is empty, since it hires for whoever asks. */
  readonly hires: readonly string[];
  readonly agency: boolean;
  readonly establishments: readonly Establishment[];
}

/**
 * Who exists in the sandbox's register, and who speaks in composed offers. SIREN that begin with 000 are never given: whoever
 * meets one of these elsewhere knows where it comes from.
 */
export const inventedUnits: readonly LegalUnit[] = [...industry, ...services, ...others].map(toUnit);

export const inventedEstablishments: readonly Establishment[] = inventedUnits.flatMap(
  ({ establishments }) => establishments,
);

/** Who may appear in an offer: open, its unit active, and not hidden at its owner's request. */
export const isHiring = ({ state, unitState, diffusible }: Establishment): boolean =>
  state === 'open' && unitState === 'active' && diffusible === 'yes';

function toUnit({ name, naf, hires, at }: UnitRow): LegalUnit {
  return {
    siren: at[0]?.[0].slice(0, 9) ?? '',
    name,
    naf,
    hires: hires === '*' || hires === '' ? [] : hires.split(' '),
    agency: hires === '*',
    establishments: at.map(([siret, street, placeName, change]) => ({
      siret,
      name: inCapitals(name),
      naf,
      street,
      state: 'open',
      unitState: 'active',
      diffusible: 'yes',
      ...placeOf(placeName),
      ...change,
    })),
  };
}

/** Names stand in the register without accents, in capitals. */
function inCapitals(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').toUpperCase();
}

function placeOf(name: string): (typeof places)[string] {
  const place = places[name];
  if (place === undefined) throw new Error(`there is no place ${name}`);
  return place;
}
