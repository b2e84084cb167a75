import type { ShownText } from './offer-facts.js';
import type { MayShow } from './may-show.js';

interface PostingBase {
  readonly partner: string;
  /** Raised only when what is wanted of this partner changes; 0 before anything was. */
  readonly version: number;
  /** A permit to show was given since the partner was last known to have nothing. */
  readonly mayHold: boolean;
}

/** What is wanted of one partner: to show a text under an agreement, to remove, or nothing (any more). */
export type Posting =
  | (PostingBase & {
      readonly wanted: 'show';
      readonly revision: number;
      readonly digest: string;
      readonly agreement: string;
    })
  | (PostingBase & { readonly wanted: 'remove'; readonly because: string })
  | (PostingBase & { readonly wanted: 'nothing' });

/** What the partner is known to have told of its removal. */
export interface RemovalSeen {
  readonly partner: string;
  /** The posting version the publisher worked on. */
  readonly version: number;
}

const nothingYet = (partner: string): Posting => ({ partner, version: 0, mayHold: false, wanted: 'nothing' });

/**
 * The postings that change, given where the offer may be now. A partner that was given a permit is told to remove and stays
 * listed; one that never was just leaves the list.
 */
export function changedPostings(
  known: readonly Posting[],
  allowed: readonly MayShow[],
  shown: Pick<ShownText, 'revision' | 'digest'> | undefined,
  version: number,
): Posting[] {
  const byPartner = new Map(known.map((posting) => [posting.partner, posting]));
  const answered = new Set(allowed.map(({ partner }) => partner));
  const gone = known.filter(({ partner }) => !answered.has(partner));
  return [
    ...allowed.map((answer) => {
      const posting = byPartner.get(answer.partner) ?? nothingYet(answer.partner);
      return answer.allowed && shown !== undefined
        ? toShow(posting, { ...shown, agreement: answer.clause.id }, version)
        : toRemove(posting, answer.allowed ? 'offer-not-shown' : answer.because, version);
    }),
    ...gone.map((posting) => toRemove(posting, 'partner-inactive', version)),
  ].flatMap((change) => (change === undefined ? [] : [change]));
}

interface Text {
  readonly revision: number;
  readonly digest: string;
  readonly agreement: string;
}

function toShow(posting: Posting, text: Text, version: number): Posting | undefined {
  const same =
    posting.wanted === 'show' &&
    posting.revision === text.revision &&
    posting.digest === text.digest &&
    posting.agreement === text.agreement;
  const { partner, mayHold } = posting;
  return same ? undefined : { partner, version, mayHold, wanted: 'show', ...text };
}

function toRemove(posting: Posting, because: string, version: number): Posting | undefined {
  if (posting.wanted !== 'show') return undefined;
  const { partner, mayHold } = posting;
  return mayHold
    ? { partner, version, mayHold, wanted: 'remove', because }
    : { partner, version, mayHold, wanted: 'nothing' };
}

/**
 * The posting once a removal is confirmed: it leaves the list. Word of an earlier removal, from before the offer was shown
 * there again, changes nothing.
 */
export function afterRemoval(posting: Posting, seen: RemovalSeen): Posting | undefined {
  if (posting.wanted !== 'remove' || seen.version < posting.version) return undefined;
  return { partner: posting.partner, version: posting.version, mayHold: false, wanted: 'nothing' };
}
