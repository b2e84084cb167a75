import { setTimeout as pause } from 'node:timers/promises';

import { type AccordOptions, Api } from './api.js';
import { bodyOf, type ImportSource, ImportStream, NDJSON, ndjsonOf } from './bulk-import.js';
import { followEvents, type StreamedEvent } from './event-stream.js';
import type {
  AgreementDraft,
  AgreementGiven,
  ImportReceipt,
  OfferAccepted,
  OfferDraft,
  OfferView,
  StopAnswer,
} from './types.js';

export interface Waiting {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** What was waited for has not come; `view` is how the offer stood last. */
export class NotYet extends Error {
  override readonly name = 'NotYet';

  constructor(
    readonly view: OfferView,
    waitedMs: number,
  ) {
    super(`Offer ${view.id} is not as expected after ${waitedMs / 1_000} s: it is ${view.state}.`);
  }
}

/** A client of one Accord, as one client of its API. */
export const accord = (options: AccordOptions): Accord => new Accord(options);

/** The main way in words of its own, beside every call of the API (`get`, `post` …). */
export class Accord extends Api {
  /** Submits a new offer; sent again after a lost answer, it is the same offer. */
  submit(draft: OfferDraft, idempotencyKey?: string): Promise<OfferAccepted> {
    const header = idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey };
    return this.post('/v1/offers', { body: draft, params: { header } });
  }

  /** A new text, if the present one is still `revision`. @throws AccordProblem precondition-failed where it is not */
  revise(id: string, draft: OfferDraft, revision: number): Promise<OfferAccepted> {
    const params = { path: { id }, header: { 'If-Match': `"${revision}"` } };
    return this.put('/v1/offers/{id}', { params, body: draft });
  }

  offer(id: string, signal?: AbortSignal): Promise<OfferView> {
    return this.get('/v1/offers/{id}', { params: { path: { id } }, ...(signal && { signal }) });
  }

  /** Says who may show which offers, or may not. */
  agree(draft: AgreementDraft): Promise<AgreementGiven> {
    return this.post('/v1/agreements', { body: draft });
  }

  /** Withdraws an agreement, and follows it while it is `stopping`; done only where the answer says `stopped`. */
  async withdrawAgreement(id: string, waiting: Waiting = {}): Promise<StopAnswer> {
    const path = '/v1/agreements/{id}/withdrawal';
    return this.follow(await this.post(path, { params: { path: { id } }, body: {} }), waiting);
  }

  /** Withdraws an offer for good, and follows it while it is `stopping`. */
  async withdrawOffer(id: string, reason?: string, waiting: Waiting = {}): Promise<StopAnswer> {
    const body = reason === undefined ? {} : { reason };
    return this.follow(await this.delete('/v1/offers/{id}', { params: { path: { id } }, body }), waiting);
  }

  /** Asks again until it is `stopped`, or the time is over. */
  async follow(answer: StopAnswer, { timeoutMs = 30_000, signal }: Waiting = {}): Promise<StopAnswer> {
    const deadline = Date.now() + timeoutMs;
    let latest = answer;
    for (let waitMs = 100; latest.state === 'stopping' && Date.now() < deadline; waitMs = Math.min(waitMs * 2, 1_000)) {
      await pause(waitMs, undefined, signal ? { signal } : {});
      latest = await this.stopAt(latest.status, signal);
    }
    return latest;
  }

  /**
   * Reads the offer again and again until it is as wanted.
   * @throws NotYet
   */
  async until(id: string, wanted: (view: OfferView) => boolean, waiting: Waiting = {}): Promise<OfferView> {
    const { timeoutMs = 30_000, signal } = waiting;
    const deadline = Date.now() + timeoutMs;
    for (let waitMs = 100; ; waitMs = Math.min(waitMs * 1.5, 1_000)) {
      const view = await this.offer(id, signal);
      if (wanted(view)) return view;
      if (Date.now() >= deadline) throw new NotYet(view, timeoutMs);
      await pause(waitMs, undefined, signal ? { signal } : {});
    }
  }

  /** Sends records or a file; receipts are to be read while it goes, in the order of the records. */
  async importOffers(source: ImportSource, signal?: AbortSignal): Promise<ImportStream> {
    const file = 'bytes' in source ? source : { bytes: ndjsonOf(source.records) };
    const headers = new Headers({ 'content-type': file.contentType ?? NDJSON, accept: NDJSON });
    if (file.gzip === true) headers.set('content-encoding', 'gzip');
    const path = '/v1/offers/bulk';
    const query = 'format' in file && file.format !== undefined ? { format: file.format } : {};
    const url = this.urlOf(path, { params: { query } });
    const call = { method: 'POST', path, url, headers, body: file.bytes, signal };
    const response = await this.sender.stream(call);
    const id = /\/v1\/imports\/([^/?]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
    return new ImportStream(id, bodyOf(response));
  }

  /** The receipts of an import again, those that never arrived included. */
  async *importReceipts(id: string): AsyncGenerator<ImportReceipt> {
    let cursor: string | undefined;
    do {
      const query = { limit: 1_000, ...(cursor !== undefined && { cursor }) };
      const page = await this.get('/v1/imports/{id}', { params: { path: { id }, query } });
      yield* page.items;
      cursor = page.next;
    } while (cursor !== undefined);
  }

  /** Each change of an offer's state as it happens; connects again by itself, and goes on after the last event it had. */
  async *events(offerId: string, signal?: AbortSignal): AsyncGenerator<StreamedEvent> {
    const path = '/v1/offers/{id}/events';
    const url = this.urlOf(path, { params: { path: { id: offerId } } });
    const connect = (headers: Headers) => this.sender.stream({ method: 'GET', path, url, headers, signal });
    yield* followEvents(connect, signal);
  }

  /** A status is a path of ours: our token goes nowhere else. */
  private async stopAt(status: string, signal: AbortSignal | undefined): Promise<StopAnswer> {
    const url = new URL(status, `${this.url}/`);
    if (url.origin !== new URL(this.url).origin) throw new Error(`the status ${status} is not at ${this.url}`);
    const path = url.pathname;
    const { text } = await this.sender.send({ method: 'GET', path, url: url.href, headers: new Headers(), signal });
    const answer: StopAnswer = JSON.parse(text);
    return answer;
  }
}
