import { z } from 'zod';

const times = z.int().positive().optional().describe('for so many requests, then well again; absent: until changed');

/** How a sandbox endpoint treats whoever calls it: well, or in one of the ways real ones have been seen to. */
export const behaviour = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ok'), status: z.int().min(200).max(299).default(200), times }),
  z.strictObject({
    kind: z.literal('slow'),
    ms: z.int().min(0).max(300_000),
    reads: z.boolean().default(true).describe('false: does not even read the body before'),
    times,
  }),
  z.strictObject({
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    retryAfter: z.union([z.int(), z.string()]).optional(),
    body: z.string().max(100_000).optional(),
    times,
  }),
  z.strictObject({
    kind: z.literal('disconnect'),
    when: z.enum(['at-once', 'after-body', 'in-answer']).default('after-body'),
    times,
  }),
  z.strictObject({
    kind: z.literal('redirect'),
    to: z.string().max(2_000),
    status: z.int().min(301).max(308).default(302),
    times,
  }),
  z.strictObject({ kind: z.literal('endless'), times }),
  z.strictObject({ kind: z.literal('drip'), everyMs: z.int().min(1).max(60_000).default(200), times }),
  z.strictObject({ kind: z.literal('silent'), times }),
  z.strictObject({ kind: z.literal('gone'), times }),
  z.strictObject({ kind: z.literal('ackThenFail'), times }),
]);
export type Behaviour = z.infer<typeof behaviour>;

const well: Behaviour = { kind: 'ok', status: 200 };

/** What is asked of an endpoint now; counts down what lasts for a number of requests. */
export class Temper {
  private current: Behaviour = well;

  set(wanted: Behaviour): void {
    this.current = wanted;
  }

  get(): Behaviour {
    return this.current;
  }

  /** The behaviour for one request. */
  take(): Behaviour {
    const now = this.current;
    if (now.times !== undefined) this.current = now.times > 1 ? { ...now, times: now.times - 1 } : well;
    return now;
  }
}
