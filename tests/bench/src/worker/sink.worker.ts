import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { nowUs } from './clock.js';
import { on, serve } from './serve.js';
import { behave, type Behaviour, count, listen, type Receipt, removals, take } from './sink.calls.js';

const behaviours: Behaviour[] = [];
let received: Receipt[] = [];
let removed = { count: 0, lastUs: 0 };

serve(
  on(listen, async ({ portals }) => {
    const servers = Array.from({ length: portals }, (_, partner) => portal(partner));
    return Promise.all(servers.map(listening));
  }),
  on(behave, ({ partner, behaviour }) => void (behaviours[partner] = behaviour)),
  on(count, () => received.length),
  on(removals, () => removed),
  on(take, () => {
    const taken = received;
    received = [];
    return taken;
  }),
);

/** Each on a port of its own, as portals of their own would be. */
function portal(partner: number): Server {
  behaviours[partner] = { kind: 'ok' };
  const server = createServer((request, response) => {
    const at = nowUs();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => {
      remember(partner, Buffer.concat(chunks), at);
      answer(response, behaviours[partner]);
    });
  });
  server.keepAliveTimeout = 60_000;
  return server;
}

/** A removal carries no offer: it is counted. */
function remember(partner: number, body: Buffer, at: number): void {
  const text = body.toString();
  const offerId = /"type":"offer\.(?:published|updated)".*?"offerId":"([0-9a-f-]{36})"/s.exec(text)?.[1];
  if (offerId !== undefined) received.push([partner, offerId, at]);
  else if (text.includes('"type":"offer.removed"')) removed = { count: removed.count + 1, lastUs: at };
}

function answer(response: ServerResponse<IncomingMessage>, behaviour: Behaviour | undefined): void {
  if (behaviour?.kind === 'silent') return;
  if (behaviour?.kind === 'slow') setTimeout(() => response.writeHead(204).end(), behaviour.ms);
  else response.writeHead(204).end();
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('a sink does not listen');
  return `http://127.0.0.1:${address.port}/webhook`;
}
