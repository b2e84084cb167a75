import type { Finding } from '@accord/contracts/finding';
import type { OfferContent } from '@accord/contracts/offer';
import type { SealedOffer } from '@accord/contracts/sealed-offer';

/** An offer as its employer wrote it (intake) or as it travels (moderation): they differ in how to reach a person only. */
export type CheckedOffer = OfferContent | SealedOffer;

/** What the establishment register says of one SIRET. That it could not be asked is no answer. */
export type EstablishmentAnswer =
  | { readonly kind: 'unknown'; readonly siret: string }
  | {
      readonly kind: 'found';
      readonly siret: string;
      readonly open: boolean;
      /** yyyy-mm-dd, where the register tells. */
      readonly closedOn?: string;
      /** The legal unit has not ceased. */
      readonly legalUnitActive: boolean;
      readonly naf?: string;
    };

/** What checks may look at beside the offer; each further source of knowledge (live offers, phones seen) is a field. */
export interface CheckContext {
  /** What is past and which law is in force depends on it. */
  readonly now: Date;
  readonly register?: EstablishmentAnswer;
}

/** A part of the context that a check cannot do without. */
export type ContextNeed = Exclude<keyof CheckContext, 'now'>;

/** One rule: pure, and in time proportional to the offer's length. */
export interface Check {
  /** Short and stable; it names the file. */
  readonly name: string;
  readonly needs: readonly ContextNeed[];
  readonly run: (offer: CheckedOffer, context: CheckContext) => Finding[];
}
