import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a wait may be told: how long, how often to look, and a reason to give up early. */
export interface WaitOptions {
  readonly timeoutMs: number;
  readonly everyMs?: number;
  /** Looked at before every try: a sentence ends the wait with that error. */
  readonly giveUp?: () => string | undefined;
}

/**
 * Looks again and again until the condition holds.
 * @throws Error naming `what` when the time is over, or with the sentence of `giveUp`
 */
export async function waitUntil(what: string, condition: () => Promise<boolean>, options: WaitOptions): Promise<void> {
  const deadline = Date.now() + options.timeoutMs;
  for (;;) {
    const reason = options.giveUp?.();
    if (reason !== undefined) throw new Error(reason);
    if (await condition()) return;
    if (Date.now() >= deadline) throw new Error(`Waited ${options.timeoutMs / 1000} s in vain for ${what}.`);
    await sleep(options.everyMs ?? 50);
  }
}

/** Whether somebody accepts connections on this loopback port. */
export function accepts(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const done = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(1000, () => done(false));
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}
