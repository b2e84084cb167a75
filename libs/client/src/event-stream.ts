import { setTimeout as pause } from 'node:timers/promises';

import { bodyOf, linesOf } from './bulk-import.js';
import { AccordProblem } from './problem.js';

/** One server-sent event. */
export interface StreamedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** What a stream says: an event, or how long to wait before connecting again. */
export type StreamPart = StreamedEvent | { readonly retryMs: number };

/** Reads `text/event-stream` (WHATWG HTML §9.2): comments are left out, an event that its stream cut short is dropped. */
export async function* eventsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<StreamPart> {
  const none: { readonly event: string; readonly data: readonly string[] } = { event: 'message', data: [] };
  let fields = none;
  let id = '';
  for await (const line of linesOf(bytes)) {
    if (line === '') {
      if (fields.data.length > 0) yield { id, event: fields.event, data: fields.data.join('\n') };
      fields = none;
      continue;
    }
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'data') fields = { ...fields, data: [...fields.data, value] };
    else if (name === 'event') fields = { ...fields, event: value };
    else if (name === 'id') id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) yield { retryMs: Number(value) };
  }
}

/** Connects with these headers. @throws AccordProblem, AccordUnreachable */
type Connect = (headers: Headers) => Promise<Response>;

const FIRST_WAIT_MS = 1_000;
/** What a stream asks for counts between these: a longer timer than 24 days fires at once. */
const LEAST_WAIT_MS = 100;
const MOST_WAIT_MS = 60_000;

/**
 * Events without end: connects again after a break, as long as the stream says, and goes on after the last event it had.
 * @throws AccordProblem for a refusal, AccordUnreachable where the first connection fails
 */
export async function* followEvents(connect: Connect, signal?: AbortSignal): AsyncGenerator<StreamedEvent> {
  let lastId = '';
  let retryMs = FIRST_WAIT_MS;
  let response = await connect(new Headers({ accept: 'text/event-stream' }));
  for (;;) {
    try {
      for await (const part of eventsOf(bodyOf(response))) {
        if ('retryMs' in part) retryMs = Math.min(Math.max(part.retryMs, LEAST_WAIT_MS), MOST_WAIT_MS);
        else {
          lastId = part.id;
          yield part;
        }
      }
    } catch {
      // The connection broke: what was missed comes after the last id.
    }
    const again = await reconnect(connect, { lastId, retryMs, signal });
    if (again === undefined) return;
    response = again;
  }
}

interface Reconnection {
  readonly lastId: string;
  readonly retryMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Undefined once the caller has had enough. */
async function reconnect(connect: Connect, { lastId, retryMs, signal }: Reconnection): Promise<Response | undefined> {
  for (;;) {
    await pause(retryMs, undefined, signal ? { signal } : {}).catch(() => undefined);
    if (signal?.aborted === true) return undefined;
    try {
      return await connect(
        new Headers({ accept: 'text/event-stream', ...(lastId !== '' && { 'last-event-id': lastId }) }),
      );
    } catch (error) {
      if (error instanceof AccordProblem && error.status < 500 && error.status !== 429) throw error;
    }
  }
}
