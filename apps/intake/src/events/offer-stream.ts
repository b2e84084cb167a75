import type { ServerResponse } from 'node:http';

import type { EmployerEvent } from '@accord/contracts/employer-event';

import type { Position } from './offer-event.store.js';

/** How soon a client whose connection broke comes back, unless it knows better. */
const RETRY_MS = 1_000;

/** One open answer of server-sent events about one offer (HTML Living Standard §9.2). */
export class OfferStream implements Position {
  readonly offerId: string;
  readonly mandate: string | undefined;
  /** The sequence its client saw last. */
  after: number;
  private wroteAt = performance.now();
  private readonly openedAt = performance.now();

  constructor(
    private readonly response: ServerResponse,
    { offerId, mandate, after }: Position,
  ) {
    this.offerId = offerId;
    this.mandate = mandate;
    this.after = after;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Proxies that would gather the answer are asked not to.
      'x-accel-buffering': 'no',
    });
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Takes more: a client that reads slowly is given nothing until it has read what it has. */
  get ready(): boolean {
    return !this.over && !this.response.writableNeedDrain;
  }

  private get over(): boolean {
    return this.response.writableEnded || this.response.destroyed;
  }

  silentMs(): number {
    return performance.now() - this.wroteAt;
  }

  ageMs(): number {
    return performance.now() - this.openedAt;
  }

  tell(event: EmployerEvent): void {
    this.after = event.sequence;
    this.write(`id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** A comment, so that neither side takes the silence for a broken connection. */
  beat(): void {
    this.write(': still here\n\n');
  }

  /** Ends as an answer does: the client comes back with the last id it saw. */
  end(): void {
    this.response.end();
  }

  /** The client has read nothing for long: nothing more is kept for it. */
  cut(): void {
    this.response.destroy();
  }

  private write(text: string): void {
    if (this.over) return;
    this.wroteAt = performance.now();
    this.response.write(text);
  }
}
