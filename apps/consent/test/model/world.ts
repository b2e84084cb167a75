import { agreementDraft, type Audience, type OfferScope } from '@accord/contracts/agreement';
import { partnerRegistered } from '@accord/contracts/events/partner-registered';

import { postingKey } from '../../src/domain/gate-statements.js';
import type { Stop, StopScope } from '../../src/domain/stop.js';
import { ConsentModel, holderStop } from './consent-model.js';
import { Judge, Violation } from './judge.js';
import { HOLDER } from './memory-gate.js';
import { Deadlock, Memory } from './memory.js';
import type { Parts } from './parts.js';
import { type Course, Publishers } from './publishers.js';
import { Process, Schedule } from './schedule.js';
import { Tables, textOf } from './tables.js';

export const offers = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'] as const;
export const partners = ['emploi-public', 'jobs-prive'] as const;
const ROUNDS = 16;
const STEPS_A_ROUND = 3_000;
const ROUND_MS = 2_500;

type SomeClause = OfferScope & { readonly audience: Audience; readonly effect?: 'refuse'; readonly until?: string };

/** Everything: a database, two instances of consent, two publishers, two partners, one employer with two offers. */
export class World {
  readonly schedule = new Schedule();
  readonly db: Tables;
  readonly judge: Judge;
  readonly publishers: Publishers;
  private readonly memory: Memory;
  private readonly consents: ConsentModel[];
  private readonly toFence = new Set<string>();
  /** What topics carry to consent: heard again until it is done. */
  private events: ((consent: ConsentModel) => Promise<void>)[] = [];
  private failure: Error | undefined;
  private versions = 1;
  private revisions = 1;

  constructor(private readonly parts: Parts) {
    this.memory = new Memory(this.schedule, new Process('postgres'));
    this.db = new Tables(this.memory, this.schedule);
    this.judge = new Judge(this.db);
    this.publishers = new Publishers({
      schedule: this.schedule,
      judge: this.judge,
      call: (consent, work) => this.call(consent, work),
      spawn: (work) => this.spawn(work),
    });
    this.consents = [0, 1].map((at) => new ConsentModel(new Process(`consent ${at}`), this.db, parts));
  }

  /** Both offers on show, everyone allowed, decided and heard. */
  async begin(): Promise<void> {
    const setUp = new Process('set-up');
    this.spawn(
      this.memory.inTx(setUp, async (tx) => {
        this.db.holders.put(tx, HOLDER, true);
        for (const [at, partner] of partners.entries()) {
          const category = at === 0 ? 'public' : 'private';
          this.db.partners.put(tx, partner, { partner, category, conditions: [], materialTerms: 0, receives: true });
        }
        for (const offerId of offers) {
          const last = { version: 0, standing: 'waiting', revision: undefined } as const;
          const facts = { offerId, holder: HOLDER, intent: 'show', verdict: 'other', shown: textOf(1) } as const;
          this.db.offers.put(tx, offerId, { ...facts, version: 1, last });
        }
      }),
    );
    await this.run(0, 100);
    this.give({ offers: 'all', audience: { kind: 'all' } }, 0);
    await this.run(0, 100);
    this.work(0);
    for (const at of [0, 1]) this.spawn(this.publishers.open(at));
    await this.run(0, 300);
    this.hear();
  }

  /** Lets others go on. @throws Violation */
  async go(choices: readonly number[]): Promise<void> {
    for (const choice of choices) {
      if (!(await this.schedule.next(choice))) break;
      this.publishers.keepTime();
      this.assertSound();
    }
  }

  pass(ms: number): void {
    this.schedule.now += ms;
    this.publishers.keepTime();
  }

  // What happens --------------------------------------------------------------------------------------------------------------

  /** For good, or for so long. */
  allow(clause: SomeClause, windowMs: number, consent: number): void {
    const until = new Date(this.schedule.now + windowMs).toISOString();
    this.give({ ...clause, ...(windowMs > 0 && { until }) }, consent);
  }

  give(clause: SomeClause, consent: number): void {
    const id = this.schedule.name('clause');
    const hash = '0'.repeat(64);
    const wording = { id: 'multidiffusion', version: 1, language: 'fr' } as const;
    const draft = agreementDraft.parse({ effect: 'allow', wording, ...clause });
    const given = { id, holder: HOLDER, draft, wordingDigest: hash, digest: hash, actor: hash };
    this.spawn(this.call(consent, (one) => one.give(given)));
  }

  withdraw(which: number, consent: number): void {
    const inForce = [...this.db.clauses.committed.values()].filter(({ ended }) => ended === undefined);
    const clause = inForce[which % Math.max(1, inForce.length)];
    if (clause === undefined) return;
    const end = [{ id: clause.id, as: 'withdrawn' as const }];
    const base = holderStop(this.schedule.name('stop'), 'agreement-withdrawn');
    this.stop({ ...base, agreement: clause.id, change: { kind: 'clauses', end, begin: [], add: null } }, consent);
  }

  stop(stop: Stop, consent: number): void {
    this.spawn(this.call(consent, (one) => one.stop(stop)));
  }

  /** Of another text: it may leave a filter. */
  edit(offerId: string): void {
    this.revisions += 1;
    const change = { kind: 'text', revision: this.revisions } as const;
    this.hearStop({ kind: 'offer', id: offerId }, 'text-replaced', change);
  }

  halt(scope: StopScope, lifted: boolean, consent: number): void {
    const base = { ...holderStop(this.schedule.name('stop'), 'halt'), scope };
    const change = lifted
      ? ({ kind: 'lift', setBy: 'operator' } as const)
      : ({ kind: 'halt', setBy: 'operator', reason: 'test', version: null } as const);
    this.stop({ ...base, change }, consent);
  }

  intend(offerId: string, intent: 'show' | 'suspended' | 'withdrawn', consent: number): void {
    this.versions += 1;
    const version = this.versions;
    if (intent === 'show') {
      this.events.push((one) => one.show(offerId, version));
      return;
    }
    const scope = { kind: 'offer', id: offerId } as const;
    const base = { ...holderStop(this.schedule.name('stop'), `offer-${intent}`), scope };
    this.stop({ ...base, change: { kind: 'intent', version, intent, reason: null } }, consent);
  }

  register(partner: string, category: 'public' | 'private', isActive: boolean): void {
    this.versions += 1;
    const facts = partnerRegistered.data.parse({
      partner,
      version: this.versions,
      name: partner,
      roles: ['outlet'],
      category,
      status: isActive ? 'active' : 'suspended',
      conditions: [],
      endpoint: null,
      limits: { concurrency: 4, ratePerSecond: 50 },
      changedAt: '2027-03-10T12:00:00Z',
    });
    this.hearStop({ kind: 'partner', id: partner }, 'partner-changed', { kind: 'partner', facts });
  }

  attempt(publisher: number, offerId: string, partner: string, course: Course): void {
    this.spawn(this.publishers.attempt(publisher, offerId, partner, course));
  }

  /** Decisions of whatever age. */
  hear(which?: number): void {
    const all = [...this.db.decisions.committed.values()];
    for (const [at, decided] of all.entries())
      if (which === undefined || at === which % all.length) this.publishers.hear(decided);
  }

  work(consent: number): void {
    const one = this.consents[consent % 2];
    if (one?.process.alive !== true) return;
    const [event, ...others] = this.events;
    if (event !== undefined) this.hearEvent(one, event, others);
    for (const loop of [one.finishIntents(), one.decidePages(), one.keepTime(), one.closeFenced()]) this.spawn(loop);
  }

  killConsent(at: number): void {
    const one = this.consents[at];
    if (one?.process.alive !== true) return;
    one.process.die();
    this.spawn(this.memory.lose(one.process));
  }

  startConsent(at: number): void {
    if (this.consents[at]?.process.alive === false)
      this.consents[at] = new ConsentModel(new Process(`consent ${at}`), this.db, this.parts);
  }

  killPublisher(at: number): void {
    const session = this.publishers.kill(at);
    if (session !== undefined) this.toFence.add(session);
    this.spawn(this.publishers.open(at));
  }

  fence(consent: number): void {
    for (const session of this.toFence) this.spawn(this.call(consent, (one) => one.fence(session)));
  }

  pause(publisher: number, isPaused: boolean): void {
    const { process } = this.publishers.processes[publisher] ?? {};
    if (process !== undefined) process.paused = isPaused;
  }

  // Fairness ------------------------------------------------------------------------------------------------------------------

  /** Everybody gets their turn and nobody dies any more: then all that was begun is done. @throws Violation */
  async drain(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const at of [0, 1]) this.pause(at, false);
      await this.run(round, STEPS_A_ROUND);
      if (this.whatIsLeft() === undefined) return;
      this.pass(ROUND_MS);
      for (const at of [0, 1]) this.startConsent(at);
      this.fence(round);
      for (const at of [0, 1]) this.spawn(this.publishers.open(at));
      this.work(round);
      for (const { offerId, partner, version } of this.publishers.removed.values())
        this.spawn(this.call(round, (one) => one.confirmRemoval(offerId, partner, version)));
      await this.run(round, STEPS_A_ROUND);
      this.hear();
      for (const offerId of offers)
        for (const partner of partners)
          if (this.publishers.isDue(offerId, partner)) this.attempt(round % 2, offerId, partner, straight);
    }
    await this.run(0, STEPS_A_ROUND);
    const left = this.whatIsLeft();
    if (left !== undefined) throw new Violation(`not settled: ${left}`);
  }

  private whatIsLeft(): string | undefined {
    const { intents, redecisions, permits, stops } = this.db;
    const rows = { intents, redecisions, permits } as const;
    for (const [name, table] of Object.entries(rows)) if (table.committed.size > 0) return name;
    for (const { id, effectiveAt } of stops.committed.values())
      if (effectiveAt === undefined) return `${id} is stopping`;
    for (const offerId of offers)
      for (const partner of partners) {
        const key = postingKey({ offerId, partner });
        const posting = this.db.postings.committed.get(key)?.posting;
        const shows = posting?.wanted === 'show';
        if (shows !== this.judge.isAllowedNow(offerId, partner)) return `${key} is wanted otherwise`;
        if (this.publishers.held.get(key) !== (shows ? posting.revision : undefined)) return `${key} is held otherwise`;
      }
    return this.events.length > 0 ? 'events' : undefined;
  }

  private hearStop(scope: StopScope, because: string, change: Stop['change']): void {
    const stop: Stop = { ...holderStop(this.schedule.name('stop'), because), scope, change };
    this.events.push((one) => one.finish(stop));
  }

  private hearEvent(consent: ConsentModel, event: (one: ConsentModel) => Promise<void>, others: typeof this.events) {
    const hear = event(consent).then(() => {
      if (this.events[0] === event) this.events = others;
    });
    this.spawn(hear);
  }

  /** An instance that dies answers nothing, and one that was turned back by the database neither. */
  private call<T>(consent: number, work: (one: ConsentModel) => Promise<T>): Promise<T | undefined> {
    const one = this.consents[consent % 2];
    if (one?.process.alive !== true) return Promise.resolve(undefined);
    return Promise.race([work(one).catch(ignoreDeadlock), one.process.died]);
  }

  private spawn(work: Promise<unknown>): void {
    work.catch(ignoreDeadlock).catch((error: Error) => (this.failure ??= error));
  }

  private assertSound(): void {
    if (this.failure !== undefined) throw this.failure;
  }

  /** Whoever waited longest goes on first, or another one. @throws Violation */
  async run(first: number, steps: number): Promise<void> {
    for (let at = 0; at < steps; at += 1) {
      if (!(await this.schedule.next(first))) break;
      this.publishers.keepTime();
      this.assertSound();
    }
    this.assertSound();
  }
}

const straight: Course = { consent: 0, mode: 'skip', loses: 'nothing', twice: false, lasts: 0, again: true };

function ignoreDeadlock(error: unknown): undefined {
  if (!(error instanceof Deadlock)) throw error;
}
