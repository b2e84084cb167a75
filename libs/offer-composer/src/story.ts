import type { OfferDraft } from '@accord/contracts/offer';

import type { ComposedOccupation, NamedSkill } from './composed-occupation.js';

/** What a description is told from. */
export interface Story {
  readonly draft: Omit<OfferDraft, 'title' | 'description' | 'reference'>;
  readonly occupation: ComposedOccupation;
  /** As ROME writes it, in both genders. */
  readonly appellation: string;
  readonly missions: readonly NamedSkill[];
  readonly placeName: string;
  /** Who speaks: the employer's name, or none when it is anonymous. */
  readonly employer: string | undefined;
  readonly agency: boolean;
}

/** A part of a text; one that is not needed goes when the text is too long, and comes when it is too short. */
export interface Paragraph {
  readonly text: string;
  readonly needed: boolean;
}
