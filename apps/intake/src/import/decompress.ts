import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { BrokenInput } from './broken-input.js';

/** An inflated body may be this many times its size on the wire; a bomb is a thousand times and more. */
const MAX_RATIO = 100;
/** Nothing is judged before so much was inflated: small texts compress well. */
const JUDGED_FROM_BYTES = 16 * 1024 * 1024;

/** The bytes as they were before gzip. What it throws while being read is a `BrokenInput`, or the connection's end. */
export async function* inflated(source: Readable): AsyncGenerator<Buffer> {
  let sent = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length;
      done(null, chunk);
    },
  });
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(counted).pipe(gunzip);
  let got = 0;
  try {
    for await (const chunk of gunzip) {
      got += chunk.length;
      if (got > JUDGED_FROM_BYTES && got > sent * MAX_RATIO) {
        throw new BrokenInput('inflates-too-far', `the gzip stream inflates more than ${MAX_RATIO} times`);
      }
      yield chunk;
    }
  } catch (error) {
    throw brokenGzip(error);
  } finally {
    source.unpipe(counted);
    gunzip.destroy();
  }
}

function brokenGzip(error: unknown): unknown {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  if (code === 'Z_BUF_ERROR')
    return new BrokenInput('truncated', 'the gzip stream ends too early', undefined, { cause: error });
  if (typeof code === 'string' && code.startsWith('Z_')) {
    return new BrokenInput('not-gzip', 'the body is not a valid gzip stream', undefined, { cause: error });
  }
  return error;
}
