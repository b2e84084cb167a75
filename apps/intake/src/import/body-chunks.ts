import type { Readable } from 'node:stream';

import { BrokenInput } from './broken-input.js';

/**
 * The chunks of a body, each waited for so long at most. Where reading ends early the body stays open, so that its sender gets
 * to read the answer.
 * @throws BrokenInput timed-out
 */
export async function* chunksOf(body: Readable, idleMs: number): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = body.iterator({ destroyOnReturn: false });
  let isIdle = false;
  try {
    for (;;) {
      const next = await within(chunks.next(), idleMs);
      isIdle = next === undefined;
      if (next === undefined) throw new BrokenInput('timed-out', `nothing came for ${Math.ceil(idleMs / 1_000)} s`);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // One that still waits would not answer.
    if (!isIdle) await chunks.return?.();
  }
}

async function within<T>(coming: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ms)));
  // What breaks after it was given up is nobody's any more.
  coming.catch(() => undefined);
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}
