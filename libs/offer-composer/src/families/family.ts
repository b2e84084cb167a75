import type { ContractType } from '@accord/contracts/code-lists';

/** What ads of one kind of work have in common: where, with whom, for what, and how such work is usually paid and shared out. */
export interface Family {
  /** ROME domains, with the weight of each among all ads. */
  readonly domains: Readonly<Record<string, number>>;
  /** Occupations that are like these and not like the others of their domain, as they weigh within it. */
  readonly occupations?: Readonly<Record<string, number>>;
  /** Sentences that say where the work is done. */
  readonly settings: readonly string[];
  /** "une équipe de …": whom one works with. */
  readonly teams: readonly string[];
  /** Advantages, as an offer lists them. */
  readonly benefits: readonly string[];
  /** Weight of each type of contract; apprenticeship is apart. */
  readonly contracts: Readonly<Partial<Record<ContractType, number>>>;
  /** Share of part-time ads among those without a schedule of their own. */
  readonly partTime: number;
  /** Share of ads for an apprenticeship or a professionalisation contract. */
  readonly training: number;
  /** How pay is given: by the hour, the month, the year, or not at all. */
  readonly pay: { readonly HOUR: number; readonly MONTH: number; readonly YEAR: number; readonly none: number };
  /** Pay against others of the same level: 1 as they are. */
  readonly payFactor?: number;
  /** Share of ads that ask for a language other than French. */
  readonly languages?: number;
  /** Share of ads that ask for the licence B. */
  readonly licenceB?: number;
  /** What the work asks of the body leaves little room for some handicaps: a lower share is announced as accessible. */
  readonly accessible: number;
}
