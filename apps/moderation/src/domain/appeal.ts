import type { Verdict } from '@accord/contracts/events/offer-verified';

/** What an appeal is made against. */
export interface Contested {
  readonly withdrawn: boolean;
  /** The last text, and what was last said, about which text. */
  readonly revision: number;
  readonly verdict: Verdict | null;
  readonly verdictRevision: number | null;
  /** An appeal about this text was decided before. */
  readonly decidedBefore: boolean;
}

export type AppealRefusal = 'withdrawn' | 'nothing-refused' | 'decided-before';

/** One appeal a text, against a refusal of it. A text that was corrected may be appealed anew. */
export function mayAppeal(contested: Contested): AppealRefusal | undefined {
  const { withdrawn, revision, verdict, verdictRevision, decidedBefore } = contested;
  if (withdrawn) return 'withdrawn';
  const refused = verdict === 'changesRequested' || verdict === 'rejected';
  if (!refused || verdictRevision !== revision) return 'nothing-refused';
  return decidedBefore ? 'decided-before' : undefined;
}
