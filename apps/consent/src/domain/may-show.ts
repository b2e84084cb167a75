import { allowedPartners, type PartnerAnswer, type PartnerFacts } from './allowed-partners.js';
import type { Clause } from './clause.js';
import type { OfferFacts } from './offer-facts.js';
import { standingOf, type Standing } from './standing.js';

/** An order to stop, by whoever set it; it outranks every clause until they lift it. */
export interface Halt {
  readonly scope: { readonly kind: 'partner' | 'holder' | 'offer'; readonly id: string };
  readonly setBy: string;
  readonly reason: string;
}

/** Everything that decides where one offer may be. */
export interface ShowFacts {
  readonly offer: OfferFacts;
  /** Of the offer's holder. */
  readonly clauses: readonly Clause[];
  readonly partners: readonly PartnerFacts[];
  readonly halts: readonly Halt[];
}

export type WhyNot = 'halted' | 'offer-not-shown' | Extract<PartnerAnswer, { allowed: false }>['because'];

export type MayShow =
  | { readonly partner: string; readonly allowed: true; readonly clause: Clause }
  | { readonly partner: string; readonly allowed: false; readonly because: WhyNot; readonly clause?: Clause };

export interface WhereItMayBe {
  readonly standing: Standing;
  readonly partners: readonly MayShow[];
}

const concerns = (halt: Halt, kind: Halt['scope']['kind'], id: string): boolean =>
  halt.scope.kind === kind && halt.scope.id === id;

/** Whether an order to stop lies on the offer as a whole. */
export const isHalted = ({ offer, halts }: Pick<ShowFacts, 'offer' | 'halts'>): boolean =>
  halts.some((halt) => concerns(halt, 'offer', offer.offerId) || concerns(halt, 'holder', offer.holder));

/** Where one offer may be at an instant: halts first, then the offer itself, then the agreements. */
export function whereItMayBe(facts: ShowFacts, now: Date): WhereItMayBe {
  const { offer, clauses, partners, halts } = facts;
  const standing = standingOf(offer, isHalted(facts), now);
  if (standing !== 'published' || offer.shown === undefined) {
    const because = standing === 'held' ? 'halted' : 'offer-not-shown';
    return { standing, partners: partners.map(({ partner }) => ({ partner, allowed: false, because })) };
  }
  const answers = allowedPartners({ offerId: offer.offerId, traits: offer.shown.traits }, clauses, partners, now);
  return {
    standing,
    partners: answers.map((answer) =>
      halts.some((halt) => concerns(halt, 'partner', answer.partner))
        ? { partner: answer.partner, allowed: false, because: 'halted' }
        : answer,
    ),
  };
}
