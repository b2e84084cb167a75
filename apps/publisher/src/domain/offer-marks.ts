import type { ShowableOffer } from '@accord/contracts/showable-offer';

import { plain } from './page-text.js';

/** What an ad is recognised by, in plain form. Nothing of a person: contacts are sealed, and no mark is made of them. */
export interface OfferMarks {
  readonly title: string;
  readonly company?: string;
  readonly reference?: string;
  /** A run of words of the description that no other ad is likely to have. */
  readonly passage?: string;
}

/** Shorter ones stand on any page. */
const SHORTEST_REFERENCE = 5;
const SHORTEST_PASSAGE = 40;
const PASSAGE = 120;

export function marksOf({ title, employer, reference, description }: ShowableOffer): OfferMarks {
  const [company, number, text] = [employer.name, reference, description].map((one) => plain(one ?? ''));
  const passage = (text ?? '').slice(0, PASSAGE).replace(/ \S*$/, '');
  return {
    title: plain(title).replace(/ (?:h f|f h|h f x|f h x)$/, ''),
    ...(company !== undefined && company !== '' && { company }),
    ...(number !== undefined && number.length >= SHORTEST_REFERENCE && { reference: number }),
    ...(passage.length >= SHORTEST_PASSAGE && { passage }),
  };
}

/** The partner's own number of the ad, as its address has it: the last part of it with a digit. */
export function ownIdOf(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  const parts = `${url.pathname}${url.search}`.split(/[/?&=]/);
  const part = parts.findLast((one) => /\d/.test(one));
  return part?.match(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4,}/i)?.[0] ?? part;
}

/** Whether a text shows the ad itself, or only speaks of it. */
export function recognised(text: string, marks: OfferMarks): 'shown' | 'named' | 'no' {
  const has = (mark: string | undefined): boolean =>
    mark !== undefined && mark !== '' && ` ${text} `.includes(` ${mark} `);
  if (has(marks.passage)) return 'shown';
  if (has(marks.title) && (marks.company === undefined || has(marks.company))) return 'named';
  return has(marks.reference) ? 'named' : 'no';
}
