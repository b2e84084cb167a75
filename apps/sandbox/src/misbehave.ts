import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import type { Behaviour } from './behaviour.js';

/** Longer than any caller of ours waits; an end all the same. */
const LONGEST_MS = 300_000;
const CHUNK = Buffer.alloc(16_384, 0x78);

export type Answer = { readonly status: number; readonly body?: unknown };

/** Answers as the behaviour says; `good` is what a well-behaved endpoint would answer. */
export async function answerAs(now: Behaviour, response: ServerResponse, good: Answer): Promise<void> {
  switch (now.kind) {
    case 'ok':
    case 'slow':
      return send(response, good);
    case 'status':
      if (now.retryAfter !== undefined) response.setHeader('retry-after', String(now.retryAfter));
      return send(response, { status: now.status, body: now.body });
    case 'gone':
      return send(response, { status: 410 });
    case 'ackThenFail':
      return send(response, { status: 500 });
    case 'redirect':
      response.setHeader('location', now.to);
      return send(response, { status: now.status });
    case 'disconnect':
      if (now.when === 'in-answer') await halfAnswer(response);
      response.destroy();
      return undefined;
    case 'endless':
      return stream(response, CHUNK, 5);
    case 'drip':
      return stream(response, Buffer.from('x'), now.everyMs);
    case 'silent':
      return until(response, LONGEST_MS);
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
    return;
  }
  const text = typeof body === 'string';
  response.setHeader('content-type', text ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8');
  response.end(text ? body : JSON.stringify(body));
}

/** Announces more than it sends. */
async function halfAnswer(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-length': '1000', 'content-type': 'text/plain' });
  await new Promise((resolve) => response.write('x'.repeat(500), resolve));
}

async function stream(response: ServerResponse, chunk: Buffer, everyMs: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  const end = performance.now() + LONGEST_MS;
  while (!response.destroyed && performance.now() < end) {
    if (!response.write(chunk)) await drained(response);
    await wait(everyMs);
  }
  response.destroy();
}

/** The reader has read on, or gone. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });

const until = (response: ServerResponse, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
