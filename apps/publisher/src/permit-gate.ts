import type { PermitAnswer, PermitItem } from '@accord/contracts/internal/permits';
import type { Log } from '@accord/service/logging';
import { ServiceRefused } from '@accord/service/service-client';
import type { SafeOutcome } from '@accord/safe-http/outcome';
import { Batcher } from '@accord/service/batcher';

import type { ConsentClient } from './consent.client.js';
import type { Unsent } from './domain/attempt-result.js';
import { closureOf } from './partner-answer.js';
import { type PermitClosings, sessionIsOver } from './permit-closings.js';
import type { PermitSession } from './permit-session.js';

export type Grant = Extract<PermitAnswer, { answer: 'permit' }>;
export type ShowGrant = Extract<Grant, { kind: 'show' }>;

let issue: (grant: Grant, session: string) => Permit;

/** Lets one request leave. Made here alone, from consent's answer, and spent once. */
export class Permit {
  #spent = false;

  private constructor(
    readonly grant: Grant,
    readonly session: string,
  ) {}

  static {
    issue = (grant, session) => new Permit(grant, session);
  }

  /** The attempt's id. */
  get id(): string {
    return this.grant.attempt;
  }

  /** @throws Error the second time: each request, a retry too, needs a permit of its own */
  spend(): void {
    if (this.#spent) throw new Error(`permit ${this.id} was spent before`);
    this.#spent = true;
  }
}

export type Answer =
  { readonly kind: 'permit'; readonly permit: Permit } | { readonly kind: 'unsent'; readonly unsent: Unsent };

const unsent = (why: Unsent): Answer => ({ kind: 'unsent', unsent: why });
const notReady = (because: string): Answer => unsent({ kind: 'notReady', because });

/** "May I send this version of this posting now?", for all that are about to be sent at once. Never rejects: no answer is no. */
export class PermitGate {
  private readonly asks: Batcher<PermitItem, Answer>;

  constructor(
    private readonly consent: Pick<ConsentClient, 'permits'>,
    private readonly session: PermitSession,
    private readonly closings: PermitClosings,
    private readonly log: Log,
  ) {
    this.asks = new Batcher((items) => this.askAll(items), { most: 200, atOnce: 4 });
  }

  ask(item: PermitItem): Promise<Answer> {
    return this.asks.add(item);
  }

  /** Once the request is over; `undefined` where none was made. */
  close(permit: Permit, outcome?: SafeOutcome): void {
    const closure =
      outcome === undefined ? ({ attempt: permit.id, outcome: 'notSent' } as const) : closureOf(permit.id, outcome);
    this.closings.add(permit.session, closure);
  }

  private async askAll(items: readonly PermitItem[]): Promise<Answer[]> {
    const session = this.session.usable;
    if (session === undefined) return items.map(() => notReady('consent-away'));
    try {
      const answers = await this.consent.permits(session, items);
      const byAttempt = new Map(answers.map((answer) => [answer.attempt, answer]));
      return items.map((item) => this.answerOf(item, byAttempt.get(item.attempt), session));
    } catch (error) {
      return this.unanswered(items, session, error);
    }
  }

  /** A permit may have been opened all the same: it is given back, so that a lost answer leaks nothing. */
  private unanswered(items: readonly PermitItem[], session: string, error: unknown): Answer[] {
    for (const { attempt } of items) this.closings.add(session, { attempt, outcome: 'notSent' });
    if (!(error instanceof ServiceRefused)) this.session.consentIsAway();
    else if (sessionIsOver(error)) void this.session.isOver(session);
    else this.log.error('permit.ask-refused', error, { items: items.length });
    return items.map(() => notReady('consent-away'));
  }

  private answerOf(item: PermitItem, answer: PermitAnswer | undefined, session: string): Answer {
    if (answer?.answer === 'retry') return unsent({ kind: 'askAgain' });
    if (answer?.answer === 'refusal') return this.refusalOf(answer.rule, session);
    if (answer?.kind === item.kind) return { kind: 'permit', permit: issue(answer, session) };
    this.closings.add(session, { attempt: item.attempt, outcome: 'notSent' });
    return notReady('no-answer');
  }

  /** A refusal of the session is none of the posting. */
  private refusalOf(rule: string, session: string): Answer {
    if (!/^session\b/.test(rule)) return unsent({ kind: 'refusal', rule });
    void this.session.isOver(session);
    return notReady('consent-away');
  }
}
