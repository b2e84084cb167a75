import type { PermitItem } from '@accord/contracts/internal/permits';

import { closeByWord, closePermits, closeUnseen, type Closure } from '../../src/domain/closing.js';
import { decideOffer, type DecidedOffer } from '../../src/domain/decide-offer.js';
import { postingKey } from '../../src/domain/gate-statements.js';
import type { Answered } from '../../src/domain/judge-permit.js';
import { clausesDue } from '../../src/domain/next-change.js';
import { decidePermits } from '../../src/domain/permit-gate.js';
import { FENCE_DRAIN_MS } from '../../src/domain/session.js';
import type { GivenClause, Stop } from '../../src/domain/stop.js';
import { carryOut } from '../../src/domain/stopping.js';
import { afterRemoval, type Posting } from '../../src/domain/wanted-postings.js';
import { canTakeAway } from '../../src/domain/withdrawal.js';
import { changeClauses, type ClauseChange } from './memory-clauses.js';
import { HOLDER } from './memory-gate.js';
import { listPermits } from './memory-lists.js';
import { openShowOf } from './memory-stop.js';
import type { Tx } from './memory.js';
import type { Parts } from './parts.js';
import type { Process } from './schedule.js';
import type { Tables } from './tables.js';

/** One instance of consent: what its services and loops do around the pure protocol, over the model's tables. */
export class ConsentModel {
  constructor(
    readonly process: Process,
    private readonly db: Tables,
    private readonly parts: Parts,
  ) {}

  private inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.memory.inTx(this.process, work);
  }

  // What publishers call ------------------------------------------------------------------------------------------------------

  async openSession(): Promise<string> {
    const session = this.db.schedule.name('session');
    await this.inTx(async (tx) => {
      await tx.statement();
      this.db.sessions.put(tx, session, { session, state: 'open', epoch: 0 });
    });
    return session;
  }

  ask(session: string, items: readonly PermitItem[], mode: 'skip' | 'wait'): Promise<Answered[]> {
    return this.inTx((tx) =>
      decidePermits(this.parts.gate(tx, this.db, mode), { session, items: [...items] }, { epoch: 0 }),
    );
  }

  async close(session: string, closures: readonly Closure[]): Promise<true> {
    const close = (some: readonly Closure[]) =>
      this.inTx((tx) => closePermits(this.parts.closing(tx, this.db, session), some));
    await closeByWord(
      {
        close,
        seen: (attempts) =>
          this.inTx(async (tx) => {
            await tx.statement();
            return attempts.filter((id) => this.db.attempts.get(tx, id) === true);
          }),
        closeUnseen: (closure) => this.inTx((tx) => closeUnseen(this.parts.closing(tx, this.db, session), closure)),
      },
      closures,
    );
    return true;
  }

  /** By a word that is true: the process is dead. */
  async fence(session: string): Promise<void> {
    const intent = this.db.schedule.name('line');
    await this.declare(intent, { scope: { kind: 'session', id: session } });
    await this.inTx(async (tx) => {
      await tx.statement();
      await this.db.sessions.lock(tx, session);
      const row = this.db.sessions.get(tx, session);
      if (row?.state === 'open')
        this.db.sessions.put(tx, session, {
          ...row,
          state: 'fenced',
          closesAt: this.db.schedule.now + FENCE_DRAIN_MS,
        });
      this.db.intents.put(tx, intent, undefined);
    });
  }

  // What employers, the directory, moderation and operators cause --------------------------------------------------------------

  /** A stop that is called for: the intent, then the change. */
  async stop(stop: Stop): Promise<void> {
    await this.declare(stop.id, { scope: stop.scope, stop });
    await this.finish(stop);
  }

  /** A stop that an event carries, which is heard again until it is done. */
  async finish(stop: Stop): Promise<void> {
    await this.inTx(async (tx) => {
      const outcome = await carryOut(this.parts.stop(tx, this.db), stop);
      if (outcome.kind === 'applied' && stop.scope.kind === 'offer') await this.decide(tx, [stop.scope.id]);
    });
  }

  /** What takes nothing away is no stop, but changes the holder's row like one. */
  async give(clause: GivenClause): Promise<void> {
    const change: ClauseChange = { kind: 'clauses', end: [], begin: [], add: clause };
    const { effect, conditions = [] } = clause.draft;
    if (canTakeAway({ effect, conditions })) {
      await this.stop({ ...holderStop(clause.id, effect === 'refuse' ? 'refusal' : 'condition'), change });
      return;
    }
    await this.inTx(async (tx) => {
      await tx.statement();
      await this.db.holders.lock(tx, HOLDER);
      if (!changeClauses(tx, this.db, change)) return;
      await this.parts.afterGrant(tx, this.db);
      if (clause.draft.offers === 'one') {
        await this.db.offers.lock(tx, clause.draft.offerId);
        await this.decide(tx, [clause.draft.offerId]);
      } else this.db.redecisions.put(tx, clause.id, { kind: 'holder', id: HOLDER });
    });
  }

  /** The employer wants it shown again, or another text was approved where none is on show. */
  async show(offerId: string, version: number): Promise<void> {
    await this.inTx(async (tx) => {
      await tx.statement();
      await this.db.offers.lock(tx, offerId);
      const offer = this.db.offers.get(tx, offerId);
      if (offer === undefined || offer.version >= version) return;
      this.db.offers.put(tx, offerId, { ...offer, intent: 'show', version });
      await this.decide(tx, [offerId]);
    });
  }

  /** Word of a removal. */
  async confirmRemoval(offerId: string, partner: string, version: number): Promise<void> {
    await this.inTx(async (tx) => {
      await tx.statement();
      await this.db.offers.lock(tx, offerId);
      const known = this.db.postings.get(tx, postingKey({ offerId, partner }))?.posting;
      const gone = known && afterRemoval(known, { partner, version });
      if (gone !== undefined) await this.decide(tx, [offerId], [gone]);
    });
  }

  // What nobody calls for -----------------------------------------------------------------------------------------------------

  async finishIntents(): Promise<void> {
    if (!this.parts.finishesIntents) return;
    for (const [id, { stop }] of this.db.intents.committed) {
      if (stop !== undefined) await this.finish(stop);
      else await this.inTx(async (tx) => this.db.intents.put(tx, id, undefined));
    }
  }

  /** A page of decisions that follow a change. */
  async decidePages(): Promise<void> {
    for (const job of [...this.db.redecisions.committed.keys()])
      await this.inTx(async (tx) => {
        await tx.statement();
        const offers = [...this.db.offers.rows(tx).keys()].sort();
        for (const offer of offers) await this.db.offers.lock(tx, offer);
        await this.decide(tx, offers);
        this.db.redecisions.put(tx, job, undefined);
      });
  }

  /** What the clock has changed becomes a stored change. */
  async keepTime(): Promise<void> {
    const now = new Date(this.db.schedule.now);
    const { lapsing } = clausesDue([...this.db.clauses.committed.values()], now);
    const end = lapsing.map(({ id }) => ({ id, as: 'lapsed' as const }));
    if (end.length > 0)
      await this.stop({
        ...holderStop(this.db.schedule.name('stop'), 'agreement-lapsed'),
        change: { kind: 'clauses', end, begin: [], add: null },
      });
    for (const { offerId, shown } of this.db.offers.committed.values()) {
      if (shown === undefined || shown.lapsed || shown.closesAt > now) continue;
      const change = { kind: 'lapse', revision: shown.revision } as const;
      await this.stop({
        ...holderStop(this.db.schedule.name('stop'), 'offer-expired'),
        scope: { kind: 'offer', id: offerId },
        change,
      });
    }
  }

  async closeFenced(): Promise<void> {
    const { now } = this.db.schedule;
    for (const { session, state, closesAt, closed } of this.db.sessions.committed.values()) {
      if (state !== 'fenced' || closed === true || closesAt === undefined || closesAt > now) continue;
      await this.closeAll(session, 'fenced', () => true);
      await this.inTx(async (tx) => {
        await this.db.sessions.lock(tx, session);
        const row = this.db.sessions.get(tx, session);
        if (row !== undefined) this.db.sessions.put(tx, session, { ...row, closed: true });
      });
    }
    // Never in the product: a mutant's.
    for (const { session } of this.db.sessions.committed.values())
      await this.closeAll(session, 'cut', (openedAt) => openedAt + this.parts.permitsTimeOutAfter < now);
  }

  private async closeAll(session: string, outcome: Closure['outcome'], which: (openedAt: number) => boolean) {
    const permits = [...this.db.permits.committed.values()].filter(
      (permit) => permit.session === session && which(permit.openedAt),
    );
    if (permits.length === 0) return;
    const closures = permits.map(({ permit }) => ({ attempt: permit, outcome }));
    await this.inTx((tx) => closePermits(this.parts.closing(tx, this.db, session), closures));
  }

  private async declare(id: string, intent: Parameters<Tables['intents']['put']>[2]): Promise<void> {
    await this.inTx(async (tx) => {
      await tx.statement();
      this.db.intents.put(tx, id, intent);
    });
  }

  /** Decides offers whose rows are locked. */
  private async decide(tx: Tx, offers: readonly string[], confirmed: readonly Posting[] = []): Promise<void> {
    const facts = await this.db.readFacts(tx, offers);
    await tx.statement();
    const known = [...this.db.postings.rows(tx).values()];
    const lasts = this.db.offers.rows(tx);
    await tx.statement();
    const now = new Date(this.db.schedule.now);
    const decided = facts.flatMap((one) => {
      const last = lasts.get(one.offer.offerId)?.last;
      if (last === undefined) return [];
      const postings = known.flatMap(({ offerId, posting }) => (offerId === one.offer.offerId ? [posting] : []));
      return [this.parts.decide(decideOffer({ facts: one, postings, last }, 0, now, confirmed), last.version)];
    });
    await tx.statement();
    for (const one of decided) this.store(tx, one);
    await this.listForgotten(tx, decided);
  }

  private store(tx: Tx, { offerId, decision }: DecidedOffer): void {
    const offer = this.db.offers.get(tx, offerId);
    if (decision === undefined || offer === undefined) return;
    const { version, standing, revision, changed, postings } = decision;
    this.db.offers.put(tx, offerId, { ...offer, last: { version, standing, revision } });
    for (const posting of changed)
      this.db.postings.put(tx, postingKey({ offerId, partner: posting.partner }), { offerId, posting });
    this.db.decisions.put(tx, `${offerId} ${this.db.schedule.name('event')}`, { offerId, version, postings });
  }

  /** Two changes that overlapped may take a pair away together. */
  private async listForgotten(tx: Tx, decided: readonly DecidedOffer[]): Promise<void> {
    await tx.statement();
    const listed = [...this.db.listed.rows(tx).values()].flatMap(({ permit, closed }) =>
      closed ? [] : [permit.permit],
    );
    const allowed = new Set(
      decided.flatMap(({ offerId, allowed: pairs }) =>
        pairs.flatMap((pair) => (pair.allowed ? [postingKey({ offerId, partner: pair.partner })] : [])),
      ),
    );
    const offers = decided.flatMap(({ offerId, decision }) =>
      decision?.changed.some(({ wanted }) => wanted !== 'show') === true ? [offerId] : [],
    );
    const forgotten = [];
    for (const [key, permit] of this.db.permits.rows(tx)) {
      if (!offers.includes(permit.offerId) || listed.includes(permit.permit) || allowed.has(postingKey(permit)))
        continue;
      await this.db.permits.lock(tx, key);
      if (this.db.permits.get(tx, key)?.permit === permit.permit) forgotten.push(...openShowOf(permit));
    }
    if (forgotten.length === 0) return;
    const id = this.db.schedule.name('overlap');
    this.db.stops.put(tx, id, { id, scope: { kind: 'holder', id: HOLDER }, because: 'changes-overlapped', ended: [] });
    await listPermits(tx, this.db, id, forgotten);
  }
}

/** A stop of the holder's row. */
export const holderStop = (id: string, because: string): Omit<Stop, 'change'> => ({
  id,
  scope: { kind: 'holder', id: HOLDER },
  because,
  holder: HOLDER,
  requestedAt: '2027-03-10T12:00:00Z',
});
