import type { PermitAnswer, PermitAsk } from '@accord/contracts/internal/permits';
import { failpoint } from '@accord/service/failpoint';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Answered, Judged } from '../domain/judge-permit.js';
import { decidePermits } from '../domain/permit-gate.js';
import { readState } from '../state/consent-state.js';
import { Door, type DoorState } from '../state/door.js';
import type { LockMode } from './gate-lock.js';
import { PermitGateStore } from './permit-gate.store.js';
import { PermitFigures } from './permit-figures.js';
import { Proofs, type ShowPermit } from './proofs.js';
import { Retried } from './retried.js';

/** How long an ask that keeps meeting locked rows waits for them. */
const WAIT = `set local lock_timeout = '200ms'`;

/** Answers a batch of asks: the gate in one transaction, then the proofs. */
@Injectable()
export class AskPermits {
  private readonly retried = new Retried();

  constructor(
    private readonly db: DataSource,
    private readonly proofs: Proofs,
    private readonly door: Door,
    private readonly figures: PermitFigures,
  ) {}

  async execute(ask: PermitAsk): Promise<PermitAnswer[]> {
    const starved = ask.items.filter((item) => this.retried.isStarved(item));
    const others = ask.items.filter((item) => !starved.includes(item));
    const answered = others.length === 0 ? [] : await this.decide({ ...ask, items: others }, 'skip');
    for (const item of starved) answered.push(...(await this.decideWaiting({ ...ask, items: [item] })));
    this.retried.note(answered);
    failpoint('consent.permits.after-commit');
    const proofs = await this.proofs.of(answered.flatMap(showOf));
    const answers = new Map(answered.map((one) => [one.item.attempt, answerOf(one, proofs)]));
    this.figures.answered([...answers.values()]);
    return ask.items.flatMap(({ attempt }) => answers.get(attempt) ?? []);
  }

  private decide(ask: PermitAsk, mode: LockMode): Promise<Answered[]> {
    return this.db.transaction('READ COMMITTED', async (tx) => {
      if (mode === 'wait') await tx.query(WAIT);
      return this.decideIn(tx, ask, mode);
    });
  }

  private async decideIn(tx: EntityManager, ask: PermitAsk, mode: LockMode): Promise<Answered[]> {
    const { door, state } = await this.door.check(() => readState(tx));
    const closed = answerAt[door];
    if (closed !== undefined) return ask.items.map((item) => ({ item, judged: closed }));
    return decidePermits(new PermitGateStore(tx, mode), ask, state);
  }

  /** One item in a transaction of its own: it waits for its turn, and nobody waits for it. */
  private async decideWaiting(ask: PermitAsk): Promise<Answered[]> {
    try {
      return await this.decide(ask, 'wait');
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      return ask.items.map((item) => ({ item, judged: { answer: 'retry', because: 'locked' } }));
    }
  }
}

const restored: Judged = {
  answer: 'refusal',
  rule: 'frozen',
  reason: 'consent was restored from a backup and gives no permits yet',
};

/** What everyone is answered while the door is not open. */
const answerAt: Readonly<Record<DoorState, Judged | undefined>> = {
  open: undefined,
  starting: { answer: 'retry', because: 'starting' },
  frozen: restored,
  'set-back': restored,
};

const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

function showOf({ item, judged }: Answered): ShowPermit[] {
  if (judged.answer !== 'permit' || judged.content.kind !== 'show') return [];
  const { attempt, offerId, partner, version } = item;
  const { revision, digest, agreement } = judged.content;
  return [{ attempt, offerId, partner, version, revision, digest, agreement }];
}

function answerOf({ item: { attempt }, judged }: Answered, proofs: ReadonlyMap<string, string>): PermitAnswer {
  if (judged.answer === 'retry') return { answer: 'retry', attempt, because: judged.because };
  if (judged.answer === 'refusal') {
    return { answer: 'refusal', attempt, rule: judged.rule, reason: judged.reason };
  }
  if (judged.content.kind === 'remove') return { answer: 'permit', attempt, kind: 'remove' };
  const proof = proofs.get(attempt);
  if (proof === undefined) throw new Error(`no proof was made for permit ${attempt}`);
  return { answer: 'permit', attempt, ...judged.content, proof };
}
