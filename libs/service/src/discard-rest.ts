import type { Readable } from 'node:stream';

const MOST_BYTES = 32 * 1024 * 1024;
const MOST_MS = 10_000;

/**
 * Lets what is left of an unwanted body run into nothing, within limits: cutting the connection at once would reset it before the
 * sender has read the answer.
 */
export function discardRest(body: Readable): void {
  if (body.readableEnded || body.destroyed) return;
  const late = setTimeout(() => body.destroy(), MOST_MS).unref();
  let discarded = 0;
  body.on('data', (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded > MOST_BYTES) body.destroy();
  });
  body.on('error', () => undefined);
  for (const end of ['end', 'close']) body.once(end, () => clearTimeout(late));
  body.resume();
}
