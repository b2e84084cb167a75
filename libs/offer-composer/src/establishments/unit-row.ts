import type { Establishment } from './establishment.js';

type State = Partial<Pick<Establishment, 'state' | 'unitState' | 'diffusible' | 'closedOn'>>;

/** An invented legal unit as the lists of this folder write it. */
export interface UnitRow {
  /** As it writes itself; the register writes it in capitals without accents. */
  readonly name: string;
  readonly naf: string;
  /** ROME domains (M18) or occupations (D1202) it hires for; `*` for a temporary-work agency. Empty: it hires nobody. */
  readonly hires: string;
  readonly at: readonly (readonly [siret: string, street: string, place: string, state?: State])[];
}

export const closed: State = { state: 'closed', closedOn: '2026-03-31' };
export const ceased: State = { state: 'closed', unitState: 'ceased', closedOn: '2025-12-31' };
/** Its owner has asked that nothing of it be published. */
export const nodiff: State = { diffusible: 'no' };
