import { z } from 'zod';

import { instant } from '../primitives.js';

/** What names one process for ever: a pid alone is re-used. */
export const processIdentity = z.strictObject({
  host: z.string().min(1).max(200),
  /** The kernel's boot id (`/proc/sys/kernel/random/boot_id`). */
  boot: z.string().min(1).max(80),
  pid: z.int().positive(),
  /** When the process started, in clock ticks since boot (`/proc/<pid>/stat`, field 22). */
  startTime: z.string().regex(/^\d{1,20}$/),
});
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** POST /internal/v1/sessions: a publisher process makes itself known before it may ask for permits. */
export const openSession = z.strictObject({ process: processIdentity });
export const sessionOpened = z.strictObject({ session: z.uuid(), epoch: z.int().nonnegative() });

/** GET /internal/v1/sessions: those still open, so that a supervisor or a successor finds the one of a dead process. */
export const sessionList = z.strictObject({
  sessions: z.array(z.strictObject({ session: z.uuid(), process: processIdentity, openedAt: instant })),
});

/**
 * POST /internal/v1/sessions/{id}/fence: why it is certain that nothing more can leave that process. `deadProcess` is said
 * by its supervisor or successor on the same boot of the same host, with the identity it checked; a pod that was deleted is no proof.
 */
export const fenceSession = z.strictObject({
  evidence: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('deadProcess'), process: processIdentity }),
    z.strictObject({
      kind: z.literal('operator'),
      operator: z.string().min(1).max(120),
      word: z.string().min(3).max(500),
    }),
  ]),
});
/** `closesAt`: when its permits close, 2 s after the fence, since what a killed process gave the kernel may still arrive. */
export const sessionFenced = z.strictObject({
  session: z.uuid(),
  fencedAt: instant,
  closesAt: instant,
  permits: z.int().nonnegative(),
});
