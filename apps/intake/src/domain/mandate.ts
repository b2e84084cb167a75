/** What may be done for an employer: make an offer, change its text, take it down or show it again. */
export const mandateActs = ['submit', 'revise', 'stop'] as const;
export type MandateAct = (typeof mandateActs)[number];

export interface MandateFacts {
  readonly state: 'pending' | 'active' | 'ended';
  /** Days in Europe/Paris, both included. */
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
}

/** How a mandate stands on a day. */
export type Standing = 'inForce' | 'pending' | 'notYet' | 'ended';

/** An end on a day ends with that day; a mandate nobody has confirmed allows nothing. */
export function standingOf({ state, startsOn, endsOn }: MandateFacts, today: string): Standing {
  if (state === 'ended' || (endsOn !== undefined && endsOn < today)) return 'ended';
  if (state === 'pending') return 'pending';
  return startsOn > today ? 'notYet' : 'inForce';
}

/** Whether an establishment is one a mandate may be about: its SIRET begins with the employer's SIREN. */
export const belongsTo = (siret: string, siren: string): boolean => /^\d{14}$/.test(siret) && siret.startsWith(siren);
