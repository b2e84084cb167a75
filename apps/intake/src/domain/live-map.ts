import type { PostingChanged } from '@accord/contracts/events/posting-changed';
import type { WantedPosting } from '@accord/contracts/events/publication-decided';
import type { PostingState } from '@accord/contracts/offer-state';

/** One line of the employer's live map. */
export interface PostingView {
  readonly partner: string;
  readonly state: PostingState;
  readonly since: string;
  readonly publicUrl?: string;
  /** A code: the partner's reason, or what is still on its way. */
  readonly why?: string;
}

/** What consent wants, as of when. */
export interface Wanted {
  readonly decidedAt: string;
  readonly postings: readonly WantedPosting[];
}

type Outcome = Pick<PostingChanged, 'partner' | 'state' | 'since' | 'wantedVersion' | 'publicUrl' | 'reason'>;

/**
 * Where the offer stands at each partner: what the publisher last told, put right by what consent has decided since. What is
 * to come down never looks live, however far behind the publisher is.
 */
export function liveMap(wanted: Wanted | undefined, outcomes: readonly Outcome[]): PostingView[] {
  const told = new Map(outcomes.map((outcome) => [outcome.partner, outcome]));
  const decided = (wanted?.postings ?? []).map((posting) => {
    const outcome = told.get(posting.partner);
    told.delete(posting.partner);
    const current = outcome !== undefined && outcome.wantedVersion >= posting.version;
    return current ? shown(outcome) : ahead(posting, wanted?.decidedAt ?? '', outcome);
  });
  return [...decided, ...[...told.values()].map(shown)].sort((a, b) => (a.partner < b.partner ? -1 : 1));
}

/** The one line of a partner; undefined where nothing was ever to be shown there. */
export function lineOf(
  partner: string,
  wanted: Wanted | undefined,
  outcome: Outcome | undefined,
): PostingView | undefined {
  const own = wanted && { ...wanted, postings: wanted.postings.filter((posting) => posting.partner === partner) };
  return liveMap(own, outcome === undefined ? [] : [outcome])[0];
}

const shown = ({ partner, state, since, publicUrl, reason }: Outcome): PostingView => ({
  partner,
  state,
  since,
  ...(publicUrl !== undefined && { publicUrl }),
  ...(reason !== undefined && { why: reason }),
});

/** Decided, and not yet heard of from the publisher. */
function ahead(posting: WantedPosting, since: string, before: Outcome | undefined): PostingView {
  const { partner } = posting;
  if (posting.wanted === 'remove') return { partner, state: 'removing', since, why: posting.because };
  if (before?.state === 'live' || before?.state === 'sent') return { ...shown(before), why: 'update-pending' };
  return { partner, state: 'pending', since };
}
