import type { PermitItem } from '@accord/contracts/internal/permits';

import type { PermittedContent } from './gate-statements.js';
import { type ShowFacts, whereItMayBe, type WhyNot } from './may-show.js';
import type { Posting } from './wanted-postings.js';

export type Judged =
  | { readonly answer: 'permit'; readonly content: PermittedContent }
  /** Ask again soon. */
  | { readonly answer: 'retry'; readonly because: RetryReason }
  /** Ask again when something changed. */
  | { readonly answer: 'refusal'; readonly rule: string; readonly reason: string };

export type RetryReason = 'starting' | 'stop-intended' | 'locked' | 'other-version' | 'deciding' | 'in-flight';

/** An ask with its answer. */
export interface Answered {
  readonly item: PermitItem;
  readonly judged: Judged;
}

/** One ask, by what was read after the locks. A removal needs no agreement: only that it is what is wanted now. */
export function judge(item: PermitItem, posting: Posting | undefined, facts: ShowFacts, now: Date): Judged {
  if (posting === undefined || posting.version !== item.version) return { answer: 'retry', because: 'other-version' };
  if (posting.wanted !== item.kind) {
    return {
      answer: 'refusal',
      rule: 'not-wanted',
      reason: `what is wanted of this partner now is: ${posting.wanted}`,
    };
  }
  if (posting.wanted === 'remove') return { answer: 'permit', content: { kind: 'remove' } };
  return judgeShow(posting, facts, now);
}

function judgeShow(posting: Extract<Posting, { wanted: 'show' }>, facts: ShowFacts, now: Date): Judged {
  const { standing, partners } = whereItMayBe(facts, now);
  const answer = partners.find(({ partner }) => partner === posting.partner);
  if (answer === undefined || !answer.allowed) {
    const rule = answer?.because ?? 'partner-unknown';
    return { answer: 'refusal', rule, reason: rule === 'offer-not-shown' ? `the offer is ${standing}` : reasons[rule] };
  }
  const { shown } = facts.offer;
  const { revision, digest, agreement } = posting;
  // The rule has moved on and the decision follows: what would be sent now is not what the posting's version stands for.
  if (shown?.revision !== revision || shown.digest !== digest || answer.clause.id !== agreement)
    return { answer: 'retry', because: 'deciding' };
  const contacts = !answer.clause.conditions.includes('noContactData');
  return { answer: 'permit', content: { kind: 'show', revision, digest, agreement, contacts } };
}

const reasons: Readonly<Record<WhyNot | 'partner-unknown', string>> = {
  halted: 'an order to stop lies on the partner, the employer or the offer',
  'offer-not-shown': 'the offer is not to be shown',
  'no-agreement': 'no agreement in force lets this partner show this offer',
  refused: 'the employer refuses this partner',
  'conditions-unmet': 'the partner has not declared what the agreement asks for',
  'terms-changed': 'the partner’s terms have changed since the agreement was given: it must be given again',
  'partner-inactive': 'the partner does not receive offers at present',
  'partner-unknown': 'this partner is not known here',
};
