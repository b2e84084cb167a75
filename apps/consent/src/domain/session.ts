import type { ProcessIdentity } from '@accord/contracts/internal/sessions';

/** A publisher process that made itself known. */
export interface SessionFacts {
  readonly session: string;
  readonly state: 'open' | 'fenced' | 'ended';
  /** Consent's epoch when it was opened: after a restore every publisher opens a new one. */
  readonly epoch: number;
}

/** A pid is re-used, within a boot and after one: a process is the same only if all four agree. */
export const sameProcess = (a: ProcessIdentity, b: ProcessIdentity): boolean =>
  a.host === b.host && a.boot === b.boot && a.pid === b.pid && a.startTime === b.startTime;

/** What a killed process had handed to the kernel may still arrive; its permits close this much later. */
export const FENCE_DRAIN_MS = 2_000;
