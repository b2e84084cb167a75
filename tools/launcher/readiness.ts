import { setTimeout as sleep } from 'node:timers/promises';

const ASK_TIMEOUT_MS = 3000;
const ASK_EVERY_MS = 150;

/** Whether the service says that all it needs answers. */
async function isServiceReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(ASK_TIMEOUT_MS) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

export interface ReadinessOptions {
  readonly timeoutMs: number;
  /** A sentence ends the wait: the service will never be ready. */
  readonly giveUp: () => string | undefined;
}

/**
 * Waits for one service.
 * @throws Error when it is not ready in time, or given up
 */
export async function untilReady(name: string, url: string, { timeoutMs, giveUp }: ReadinessOptions): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isServiceReady(url))) {
    const reason = giveUp();
    if (reason !== undefined) throw new Error(reason);
    if (Date.now() > deadline) throw new Error(`${name} was not ready within ${timeoutMs / 1000} s.`);
    await sleep(ASK_EVERY_MS);
  }
}
