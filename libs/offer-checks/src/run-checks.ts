import type { Finding } from '@accord/contracts/finding';

import type { Check, CheckContext, CheckedOffer } from './check.js';
import { allChecks } from './checks.js';

const worst: Readonly<Record<Finding['severity'], number>> = { block: 0, review: 1, advise: 2 };

/** A check runs when the context holds all it needs; one that cannot run says nothing, so a caller must know what is missing. */
const canRun = (check: Check, context: CheckContext): boolean =>
  check.needs.every((need) => context[need] !== undefined);

/** Every finding of every check that the context allows, the worst first. */
export function runChecks(offer: CheckedOffer, context: CheckContext): Finding[] {
  return allChecks
    .filter((check) => canRun(check, context))
    .flatMap((check) => check.run(offer, context))
    .toSorted((a, b) => worst[a.severity] - worst[b.severity]);
}
