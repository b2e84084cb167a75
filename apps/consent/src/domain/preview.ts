import type { Clause } from './clause.js';
import { type ShowFacts, whereItMayBe } from './may-show.js';

/** What a change of clauses would change for one offer. */
export interface PreviewedChange {
  readonly partner: string;
  readonly change: 'appears' | 'disappears' | 'under-another-agreement';
  /** The clause that decides after the change, where one does. */
  readonly agreement?: string;
}

/** Compares where the offer may be with where it would be if the clauses were these. */
export function previewChange(facts: ShowFacts, after: readonly Clause[], now: Date): PreviewedChange[] {
  const before = new Map(whereItMayBe(facts, now).partners.map((answer) => [answer.partner, answer]));
  return whereItMayBe({ ...facts, clauses: after }, now).partners.flatMap((answer): PreviewedChange[] => {
    const { partner } = answer;
    const was = before.get(partner);
    const agreement = answer.clause === undefined ? {} : { agreement: answer.clause.id };
    if (answer.allowed && was?.allowed !== true) return [{ partner, change: 'appears', ...agreement }];
    if (!answer.allowed && was?.allowed === true) return [{ partner, change: 'disappears', ...agreement }];
    if (answer.allowed && was?.allowed === true && answer.clause.id !== was.clause.id)
      return [{ partner, change: 'under-another-agreement', ...agreement }];
    return [];
  });
}
