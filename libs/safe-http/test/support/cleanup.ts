import { SafeHttp } from '../../src/safe-http.js';
import type { SafeHttpOptions } from '../../src/settings.js';
import { Sink, type SinkOptions, type Visit } from './sink.js';

const ends: (() => Promise<unknown>)[] = [];

/** Undone after each test, the last first. */
export function afterwards(end: () => Promise<unknown>): void {
  ends.push(end);
}

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A client that may reach sinks on 127.0.0.1, as in the test profile. */
export function testClient(options: SafeHttpOptions = {}): SafeHttp {
  const client = new SafeHttp({ allow: ['127.0.0.1/32'], allowHttp: true, ports: 'any', ...options });
  afterwards(async () => {
    await client.cutAll('the test is over');
    await client.close();
  });
  return client;
}

export async function openSink(script: (visit: Visit) => void, options?: SinkOptions): Promise<Sink> {
  const sink = await Sink.open(script, options);
  afterwards(() => sink.close());
  return sink;
}
