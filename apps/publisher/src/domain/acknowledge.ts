import { inState, type Posting } from './posting.js';

/** What a partner says of a posting it has. */
export type Acknowledgement =
  { readonly status: 'live'; readonly url: string } | { readonly status: 'refused'; readonly reason: string };

/** Nothing can be said of a posting that is coming down, or that the partner never had. */
export type Acknowledged = { readonly kind: 'posting'; readonly posting: Posting } | { readonly kind: 'notShown' };

/** The same word twice changes nothing. While an update is still due, the word about the version before is kept with it. */
export function acknowledged(posting: Posting, word: Acknowledgement, now: Date): Acknowledged {
  if (posting.wanted.kind !== 'show' || !posting.mayHold) return { kind: 'notShown' };
  const isCurrent = posting.known.version === posting.wanted.version;
  if (word.status === 'live') {
    const shown = { ...posting, publicUrl: word.url };
    return { kind: 'posting', posting: isCurrent ? inState(shown, 'live', now) : shown };
  }
  const hidden = { ...posting, publicUrl: undefined };
  return { kind: 'posting', posting: isCurrent ? inState(hidden, 'refused', now, word.reason) : hidden };
}
