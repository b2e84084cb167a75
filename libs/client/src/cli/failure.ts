import { BadToken } from '@accord/receipts/jws';

import { NotYet } from '../accord.js';
import { ImportInterrupted } from '../bulk-import.js';
import { AccordProblem, AccordUnreachable } from '../problem.js';
import { BadDelivery } from '../verify-delivery.js';

export const exitCodes = {
  ok: 0,
  /** Accord said no, or a signature does not count. */
  refused: 1,
  /** The command was typed wrong, or a file cannot be read. */
  usage: 2,
  /** No answer came. */
  unreachable: 3,
  /** Accepted and not done yet, or what was waited for has not come: it goes on. */
  notYet: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command was typed wrong; its message says what to type. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A failure in words, and what a script is to make of it. */
export interface Failure {
  readonly code: ExitCode;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** What to tell the user of an error; one that nobody expected is thrown again. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UsageError) return { code: exitCodes.usage, message: error.message };
  if (error instanceof AccordProblem) return { code: exitCodes.refused, message: error.message, ...hintFor(error) };
  if (error instanceof BadDelivery || error instanceof BadToken)
    return { code: exitCodes.refused, message: error.message };
  if (error instanceof NotYet) {
    const hint = `It goes on by itself: accord show ${error.view.id}, or accord watch ${error.view.id}.`;
    return { code: exitCodes.notYet, message: error.message, hint };
  }
  if (error instanceof ImportInterrupted) {
    const hint =
      'What has a receipt is done. Send the file again for the rest: what has not changed since stays as it is.';
    return { code: exitCodes.unreachable, message: error.message, hint };
  }
  if (error instanceof AccordUnreachable) {
    const hint = 'Is Accord running there? "npm start" says when it is ready; ACCORD_URL names another.';
    return { code: exitCodes.unreachable, message: error.message, hint };
  }
  throw error;
}

const hints: Readonly<Record<number, string>> = {
  401: 'Look at ACCORD_CLIENT_ID and ACCORD_CLIENT_SECRET, or at --as for the sandbox.',
  403: 'This client may not do that; in the sandbox, --as names another: employer, partner, moderator, operator.',
  412: 'Somebody changed it meanwhile: look at it with accord show, and repeat your change.',
};

const hintFor = ({ status }: AccordProblem): Pick<Failure, 'hint'> =>
  hints[status] === undefined ? {} : { hint: hints[status] };
