/** Moderation's last word on an offer. */
export interface VerdictFacts {
  readonly version: number;
  readonly verdict: 'inReview' | 'approved' | 'changesRequested' | 'rejected';
  /** The last revision that was approved and still may be shown. */
  readonly approvedRevision?: number;
}

export type TextChange =
  { readonly kind: 'keep' } | { readonly kind: 'show'; readonly revision: number } | { readonly kind: 'none' };

/**
 * Which text is to be on show. An edit keeps the approved text until the new one is approved; one whose content was not heard
 * here (a topic keeps the last of a key) cannot be shown, so the text before it stays until another is approved.
 */
export function textToShow(
  verdict: VerdictFacts | undefined,
  shown: number | undefined,
  kept: ReadonlySet<number>,
): TextChange {
  const approved = verdict?.approvedRevision;
  if (approved === shown) return { kind: 'keep' };
  if (approved === undefined) return { kind: 'none' };
  return kept.has(approved) ? { kind: 'show', revision: approved } : { kind: 'keep' };
}
