/** How a person's look at an offer came about: a doubt of the machine, an employer's appeal, a reader's report. */
export type ReviewKind = 'doubt' | 'appeal' | 'report';

export type ReviewState = 'open' | 'decided' | 'superseded';

/** A review as a moderator meets it. */
export interface ReviewFacts {
  readonly kind: ReviewKind;
  readonly state: ReviewState;
  /** Grows with each change of the review. */
  readonly version: number;
  /** The text under review. */
  readonly revision: number;
  readonly claim?: { readonly by: string; readonly until: Date };
  /** Who gave the verdict that an appeal contests; the machine when undefined. */
  readonly contested?: string;
}

export type Refusal = 'superseded' | 'decided' | 'claimed' | 'stale' | 'other-revision' | 'own-verdict';

const held = ({ claim }: ReviewFacts, moderator: string, now: Date): boolean =>
  claim !== undefined && claim.by !== moderator && claim.until > now;

/** Why this moderator may not take the review now. An appeal is for another moderator than the one it contests. */
export function mayClaim(review: ReviewFacts, moderator: string, now: Date): Refusal | undefined {
  if (review.state !== 'open') return review.state;
  if (review.kind === 'appeal' && review.contested === moderator) return 'own-verdict';
  return held(review, moderator, now) ? 'claimed' : undefined;
}

/** What a moderator looked at before deciding. */
export interface Judged {
  readonly revision: number;
  /** Of the review, where the caller says which it read. */
  readonly version?: number;
}

/** Why this decision cannot stand. It is about the text that the moderator read, and no other. */
export function mayDecide(review: ReviewFacts, moderator: string, judged: Judged, now: Date): Refusal | undefined {
  const refused = mayClaim(review, moderator, now);
  if (refused !== undefined) return refused;
  if (judged.revision !== review.revision) return 'other-revision';
  return judged.version !== undefined && judged.version !== review.version ? 'stale' : undefined;
}

export interface Said {
  readonly verdict: 'approved' | 'changesRequested' | 'rejected';
  readonly takeDown: boolean;
}

/** What a decision changes. */
export type Effect =
  /** The reports were unfounded: what was said of the offer before stands. */
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'verdict'; readonly verdict: Said['verdict']; readonly takeDown: boolean };

/** Readers report what they see, which may be an earlier text than the last: a report that holds takes down all of it. */
export function effectOf(kind: ReviewKind, { verdict, takeDown }: Said): Effect {
  if (kind !== 'report') return { kind: 'verdict', verdict, takeDown };
  return verdict === 'approved' ? { kind: 'dismissed' } : { kind: 'verdict', verdict, takeDown: true };
}
