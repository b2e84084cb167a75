import type { SafeHttp } from '../../src/safe-http.js';
import type { SafeHttpOptions } from '../../src/settings.js';
import { certificate, trustedAuthority } from './certificates.js';
import { openSink, testClient } from './cleanup.js';
import type { Sink, Visit } from './sink.js';

/** The same promises hold without and with TLS above the socket that is reset. */
export const layers = [
  ['plain TCP', undefined],
  ['TLS', certificate('partner')],
] as const;

export interface Pair {
  readonly sink: Sink;
  readonly client: SafeHttp;
}

export async function pairOver(
  tls: { cert: string; key: string } | undefined,
  script: (visit: Visit) => void,
  options: SafeHttpOptions = {},
): Promise<Pair> {
  const sink = await openSink(script, tls ? { tls } : {});
  return { sink, client: testClient({ extraCa: [trustedAuthority], ...options }) };
}

/** Reads what is still to come on a connection that was paused; resolves to how many bytes came in all, and its end. */
export async function drained(visit: Visit | undefined): Promise<{ bytes: number; ended: string }> {
  if (!visit) throw new Error('Nobody came.');
  const gone = new Promise((resolve) => visit.socket.once('close', resolve));
  visit.socket.resume();
  if (visit.ended === 'open') await gone;
  return { bytes: visit.bytes, ended: visit.ended };
}
