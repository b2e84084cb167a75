import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { sessionList } from '@accord/contracts/internal/sessions';
import type { z } from 'zod';
import { isAlive, bootId, type ProcessIdentity } from '../infrastructure/process-identity.ts';

/** Consent, as the launcher calls it: with a service token of its own. */
export interface ConsentAccess {
  readonly url: string;
  readonly token: string;
}

type OpenSession = z.infer<typeof sessionList>['sessions'][number];

const CALL_TIMEOUT_MS = 5000;
const TRY_AGAIN_MS = 1000;

/**
 * Tells consent which publisher processes are dead, so that the permits they left open are closed and stops can end. Only
 * what is certain counts: a process of this machine that is gone though its boot still runs, or one that we started ourselves.
 * @param died publishers that we know to have ended, of earlier boots too
 * @returns how many sessions were fenced
 */
export async function fenceDead(consent: ConsentAccess, died: readonly ProcessIdentity[]): Promise<number> {
  const open = await listSessions(consent);
  const dead = open.filter((session) => isDead(session, died));
  for (const session of dead) await fence(consent, session);
  return dead.length;
}

/** As {@link fenceDead}, again and again until consent answers or the signal says stop. */
export async function fenceDeadInTime(
  consent: ConsentAccess,
  died: readonly ProcessIdentity[],
  signal: AbortSignal,
): Promise<number> {
  while (!signal.aborted) {
    try {
      return await fenceDead(consent, died);
    } catch {
      await sleep(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return 0;
}

function isDead({ process }: OpenSession, died: readonly ProcessIdentity[]): boolean {
  if (process.host !== hostname() || isAlive(process)) return false;
  return (
    process.boot === bootId() ||
    died.some((one) => one.pid === process.pid && one.startTime === process.startTime && one.boot === process.boot)
  );
}

async function fence(consent: ConsentAccess, { session, process }: OpenSession): Promise<void> {
  await call(consent, 'POST', `/internal/v1/sessions/${session}/fence`, { evidence: { kind: 'deadProcess', process } });
}

/** The contract is read from what was built: this module is loaded before anything is. */
async function listSessions(consent: ConsentAccess): Promise<OpenSession[]> {
  const { sessionList } = await import('@accord/contracts/internal/sessions');
  return sessionList.parse(await call(consent, 'GET', '/internal/v1/sessions')).sessions;
}

async function call({ url, token }: ConsentAccess, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
