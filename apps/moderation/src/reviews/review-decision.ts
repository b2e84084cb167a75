import type { Finding } from '@accord/contracts/finding';
import { revision } from '@accord/contracts/primitives';
import { z } from 'zod';

import { moderatorVerdict } from './review-answers.js';

const words = z.string().trim().min(1).max(1_000);

export const reviewDecision = z
  .strictObject({
    verdict: moderatorVerdict,
    /** The revision that was judged: a decision on another one is refused. */
    revision,
    /** The revision approved before comes down too. */
    takeDown: z.boolean().default(false),
    /** What the employer is told beside the findings, and what to do; needed unless the offer is approved. */
    message: z.strictObject({ fr: words, en: words.optional() }).optional(),
  })
  .refine(({ verdict, message }) => verdict === 'approved' || message !== undefined, {
    path: ['message'],
    error: 'say to the employer why, and what to do',
  })
  .meta({ title: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof reviewDecision>;

/** An approval leaves advice standing; a refusal says what the moderator says, and what the machine found. */
export function findingsOf({ verdict, message }: ReviewDecision, found: readonly Finding[]): Finding[] {
  const machine = found.filter(({ severity }) => verdict !== 'approved' || severity === 'advise');
  if (message === undefined) return machine;
  const said = { fr: message.fr, en: message.en ?? message.fr };
  const severity = verdict === 'approved' ? 'advise' : 'block';
  return [{ rule: 'MODERATOR', severity, pointer: '', message: said, remedy: said }, ...machine];
}
