import { employerEvent, type EmployerEvent } from '@accord/contracts/employer-event';

import { intake } from './intake-harness.js';
import { bakery } from './sample-draft.js';

/** A client of an offer's event stream, as a program would write one. */
export class EventSource {
  readonly events: EmployerEvent[] = [];
  /** The ids and names as they came, to be compared with the events. */
  readonly frames: { readonly id: string; readonly event: string }[] = [];
  comments = 0;
  ended = false;

  private constructor(
    readonly answer: Response,
    private readonly abort: AbortController,
  ) {}

  static async open(
    offerId: string,
    { lastEventId, url = intake().harness.url, as = bakery, headers = {} }: OpenOptions = {},
  ): Promise<EventSource> {
    const abort = new AbortController();
    const token = await intake().harness.issuer.tokenFor(as);
    const answer = await fetch(`${url}/v1/offers/${offerId}/events`, {
      signal: abort.signal,
      headers: {
        authorization: `Bearer ${token}`,
        ...headers,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
    });
    const source = new EventSource(answer, abort);
    void source.read();
    return source;
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  get lastId(): string {
    return this.frames.at(-1)?.id ?? '';
  }

  close(): void {
    this.abort.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.answer.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const frames = text.split('\n\n');
        text = frames.pop() ?? '';
        for (const frame of frames) this.take(frame);
      }
      this.ended = true;
    } catch {
      // Aborted by the test, or cut by the other side: `ended` stays false.
    }
  }

  private take(frame: string): void {
    const fields = new Map(frame.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 2)]));
    if (fields.has('')) this.comments += 1;
    const data = fields.get('data');
    if (data === undefined) return;
    this.events.push(employerEvent.parse(JSON.parse(data)));
    this.frames.push({ id: fields.get('id') ?? '', event: fields.get('event') ?? '' });
  }
}

interface OpenOptions {
  readonly lastEventId?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: Parameters<ReturnType<typeof intake>['harness']['issuer']['tokenFor']>[0];
}
