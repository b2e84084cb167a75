import { fillingReason, suspensionReason, withdrawalReason } from '@accord/contracts/code-lists';
import type { OfferIntent } from '@accord/contracts/offer-state';

import { plainLine } from './plain-text.js';

type StopIntent = Exclude<OfferIntent, 'show'>;

/** What an employer gave as its reason: a code or words, and more words. */
export interface GivenReason {
  readonly reason?: string | undefined;
  readonly comment?: string | undefined;
}

export interface StopReason {
  /** Stands on the topic and in consent. */
  readonly code: string;
  /** Stays with us: words may name a person. */
  readonly comment?: string;
}

const MOST_WORDS = 500;
/** What codes were called before there were lists. */
const formerly = new Map([['filled-elsewhere', 'foundElsewhere']]);
/** France Travail's list of `Motif_suppression`, as its exchange file brings it. */
const FRANCE_TRAVAIL = /^D92-[A-Z0-9]{1,3}$/;
const LOOKS_LIKE_A_CODE = /^[a-zA-Z][a-zA-Z0-9-]{0,59}$/;

const lists: Readonly<Record<StopIntent, readonly string[]>> = {
  suspended: suspensionReason.options,
  filled: fillingReason.options,
  withdrawn: withdrawalReason.options,
};

/** The codes an employer may give, for each thing that takes an offer down. */
export const reasonsOf = (intent: StopIntent): readonly string[] => lists[intent];

/** Whether a filling's reason is meant as a code and is none: words are taken, a slip of the keyboard is not. */
export const isMistyped = (reason: string): boolean =>
  LOOKS_LIKE_A_CODE.test(reason) && codeOf('filled', reason) === undefined;

function codeOf(intent: StopIntent, reason: string): string | undefined {
  const code = formerly.get(reason) ?? reason;
  return lists[intent].includes(code) || FRANCE_TRAVAIL.test(code) ? code : undefined;
}

/** The code of what was given; what is no code of the list counts as words. */
export function stopReason(intent: StopIntent, { reason, comment }: GivenReason): StopReason {
  const code = reason === undefined ? 'employer-request' : codeOf(intent, reason);
  const words = plainLine(
    [code === undefined ? reason : undefined, comment].filter((part) => part !== undefined).join(' – '),
  );
  return {
    code: code ?? 'other',
    ...(words !== '' && { comment: words.slice(0, MOST_WORDS) }),
  };
}
