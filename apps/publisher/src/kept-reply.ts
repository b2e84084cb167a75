import type { SafeOutcome } from '@accord/safe-http/outcome';

import type { KeptReply } from './attempt-row.js';

/** What of an answer is kept: at most 16 KiB, as it came. */
export function keptReply(outcome: SafeOutcome): KeptReply | undefined {
  if (outcome.kind !== 'answered') return undefined;
  const { body, truncated, headers } = outcome;
  return { contentType: headers['content-type'], body, truncated };
}
