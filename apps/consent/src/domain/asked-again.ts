import { isOutdated, type PartnerFacts } from './allowed-partners.js';
import type { Clause } from './clause.js';
import { reaches } from './explain.js';

/** The partners that an agreement is about and at which it no longer counts, since their terms have changed. */
export const askedAgainBy = (clause: Clause, partners: readonly PartnerFacts[]): string[] =>
  clause.ended !== undefined
    ? []
    : partners.flatMap((partner) => (reaches(clause, partner) && isOutdated(clause, partner) ? [partner.partner] : []));
