import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import { arrivalOf } from '../arrival.js';
import { type Behaviour, Temper } from '../behaviour.js';
import { answerAs } from '../misbehave.js';
import { Inbox } from './inbox.js';
import { ShownAds } from './shown-ads.js';

const MAX_BODY_BYTES = 2 * 2 ** 20;

/** One invented partner: it keeps what it receives, shows what it accepts, and behaves as it is told to. */
export class PartnerPortal {
  readonly inbox = new Inbox();
  readonly ads = new ShownAds();
  readonly temper = new Temper();

  constructor(
    readonly id: string,
    readonly name: string,
    readonly category: string,
  ) {}

  async receive(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const entry = this.inbox.add({
      receivedAt: arrivalOf(request).toISOString(),
      method: request.method ?? '',
      path,
      headers: headersOf(request),
    });
    const now = this.temper.take();
    response.once('finish', () => (entry.answered = response.statusCode));
    if (now.kind === 'disconnect' && now.when === 'at-once') {
      request.socket.resetAndDestroy();
      return;
    }
    if (now.kind === 'slow' && !now.reads) await wait(now.ms);
    const body = await readAll(request);
    if (body === undefined) return;
    this.inbox.complete(entry, body);
    if (now.kind === 'slow' && now.reads) await wait(now.ms);
    if (accepts(now)) this.ads.accept(body);
    await answerAs(now, response, { status: now.kind === 'ok' ? now.status : 200 });
  }
}

/** Whether the site takes the ad over, whatever its sender gets to hear. */
function accepts(now: Behaviour): boolean {
  switch (now.kind) {
    case 'ok':
    case 'slow':
    case 'ackThenFail':
    case 'endless':
    case 'drip':
    case 'silent':
      return true;
    case 'status':
      return now.status < 300;
    case 'disconnect':
      return now.when === 'in-answer';
    case 'gone':
    case 'redirect':
      return false;
  }
}

/** Nothing where the sender went away before the end. */
async function readAll(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size <= MAX_BODY_BYTES) chunks.push(bytes);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
