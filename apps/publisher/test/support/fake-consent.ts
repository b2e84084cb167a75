import type { IncomingMessage, ServerResponse } from 'node:http';

import {
  type PermitAnswer,
  permitAsk,
  type PermitClosure,
  permitClosures,
  type PermitItem,
} from '@accord/contracts/internal/permits';
import { fenceSession, openSession, type ProcessIdentity } from '@accord/contracts/internal/sessions';
import { v7 as uuid } from 'uuid';

import { answerJson, readBody, TestServer } from './http-server.js';

/** What is wanted of one posting, as consent holds it. */
export interface Wish {
  readonly kind: 'show' | 'remove';
  readonly version: number;
  readonly revision: number;
  readonly digest: string;
  readonly agreement: string;
  readonly contacts: boolean;
}

interface OpenPermit {
  readonly attempt: string;
  readonly session: string;
  readonly posting: string;
  readonly kind: 'show' | 'remove';
}

const keyOf = (offerId: string, partner: string): string => `${offerId}:${partner}`;

/** Consent as publishers meet it, over real HTTP: sessions, the gate with one open permit a posting, closings. */
export class FakeConsent {
  /** Every ask that arrived, and every closing. */
  readonly asks: PermitItem[] = [];
  readonly closures: PermitClosure[] = [];
  readonly opened: ProcessIdentity[] = [];
  readonly fenced: string[] = [];
  /** Answers nothing, as if it were not there. */
  isDown = false;
  /** Handles so many asks and loses the answers. */
  losesAnswers = 0;
  /** Loses so many acknowledgements of closings. */
  losesClosings = 0;
  /** Answers every ask like this. */
  says:
    | Pick<Extract<PermitAnswer, { answer: 'refusal' }>, 'answer' | 'rule' | 'reason'>
    | { answer: 'retry'; because: string }
    | undefined;
  /** Permits are for another text than was decided. */
  grantsDigest: string | undefined;

  private readonly wishes = new Map<string, Wish>();
  private readonly sessions = new Map<string, ProcessIdentity>();
  private readonly permits = new Map<string, OpenPermit>();
  private readonly closedIds = new Set<string>();
  private server: TestServer | undefined;

  static async start(): Promise<FakeConsent> {
    const fake = new FakeConsent();
    fake.server = await TestServer.start((request, response) => void fake.handle(request, response));
    return fake;
  }

  get url(): string {
    return this.server?.url ?? '';
  }

  get openPermits(): OpenPermit[] {
    return [...this.permits.values()];
  }

  get sessionIds(): string[] {
    return [...this.sessions.keys()];
  }

  /** What a sink asks: may this be arriving now? */
  isOpen(offerId: string, partner: string, kind: 'show' | 'remove'): boolean {
    return this.permits.get(keyOf(offerId, partner))?.kind === kind;
  }

  wish(offerId: string, partner: string, wish: Wish): void {
    this.wishes.set(keyOf(offerId, partner), wish);
  }

  /** Adds a session of another process. */
  addSession(process: ProcessIdentity): string {
    const session = uuid();
    this.sessions.set(session, process);
    return session;
  }

  /** Ends a session, as a fence by an operator does. */
  end(session: string): void {
    this.sessions.delete(session);
    for (const [posting, permit] of this.permits) if (permit.session === session) this.permits.delete(posting);
  }

  forgetCounts(): void {
    this.asks.length = 0;
    this.closures.length = 0;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.isDown) {
      request.socket.destroy();
      return;
    }
    const text = await readBody(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const route = `${request.method} ${request.url}`;
    if (route === 'GET /internal/v1/sessions') answerJson(response, 200, { sessions: this.list() });
    else if (route === 'POST /internal/v1/sessions') answerJson(response, 201, this.open(body));
    else if (route === 'POST /internal/v1/permits') this.permit(body, response);
    else if (route === 'POST /internal/v1/permits/closures') this.close(body, response);
    else if (/^POST \/internal\/v1\/sessions\/[^/]+\/fence$/.test(route))
      this.fence(route.split('/')[4] ?? '', body, response);
    else answerJson(response, 404, {});
  }

  private list() {
    return [...this.sessions].map(([session, process]) => ({ session, process, openedAt: new Date().toISOString() }));
  }

  private open(body: unknown) {
    const { process } = openSession.parse(body);
    this.opened.push(process);
    return { session: this.addSession(process), epoch: 0 };
  }

  private fence(session: string, body: unknown, response: ServerResponse): void {
    const { evidence } = fenceSession.parse(body);
    if (evidence.kind !== 'deadProcess') throw new Error('only the dead are fenced here');
    this.fenced.push(session);
    this.end(session);
    const at = new Date().toISOString();
    answerJson(response, 200, { session, fencedAt: at, closesAt: at, permits: 0 });
  }

  private permit(body: unknown, response: ServerResponse): void {
    const { session, items } = permitAsk.parse(body);
    this.asks.push(...items);
    const answers = items.map((item) => this.answer(item, session));
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      response.socket?.destroy();
      return;
    }
    answerJson(response, 200, { answers });
  }

  private answer(item: PermitItem, session: string): PermitAnswer {
    const { attempt, offerId, partner } = item;
    const refusal = (rule: string): PermitAnswer => ({ answer: 'refusal', attempt, rule, reason: rule });
    const retry = (because: string): PermitAnswer => ({ answer: 'retry', attempt, because });
    if (!this.sessions.has(session)) return refusal('session-unknown');
    if (this.closedIds.has(attempt)) return refusal('attempt-closed');
    if (this.says !== undefined) return { ...this.says, attempt };
    const posting = keyOf(offerId, partner);
    const wish = this.wishes.get(posting);
    if (wish === undefined || wish.version !== item.version) return retry('other-version');
    if (wish.kind !== item.kind) return refusal('not-wanted');
    if (this.permits.has(posting)) return retry('in-flight');
    this.permits.set(posting, { attempt, session, posting, kind: wish.kind });
    if (wish.kind === 'remove') return { answer: 'permit', attempt, kind: 'remove' };
    const { revision, agreement, contacts } = wish;
    const proof = `proof.of.${attempt}`;
    const digest = this.grantsDigest ?? wish.digest;
    return { answer: 'permit', attempt, kind: 'show', revision, digest, agreement, contacts, proof };
  }

  private close(body: unknown, response: ServerResponse): void {
    const { closures } = permitClosures.parse(body);
    for (const closure of closures) {
      this.closures.push(closure);
      this.closedIds.add(closure.attempt);
      for (const [posting, permit] of this.permits) {
        if (permit.attempt === closure.attempt) this.permits.delete(posting);
      }
    }
    if (this.losesClosings > 0) {
      this.losesClosings -= 1;
      response.socket?.destroy();
      return;
    }
    answerJson(response, 200, { closed: closures.map(({ attempt }) => attempt) });
  }
}
