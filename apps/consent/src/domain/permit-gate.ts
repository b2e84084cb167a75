import type { PermitAsk, PermitItem } from '@accord/contracts/internal/permits';

import type { PartnerFacts } from './allowed-partners.js';
import type { Clause } from './clause.js';
import {
  type GateStatements,
  type Held,
  type HeldRows,
  type OpenPermit,
  postingKey,
  type SeenAttempt,
  type Subjects,
} from './gate-statements.js';
import { type Answered, judge, type Judged } from './judge-permit.js';
import type { Halt } from './may-show.js';
import type { OfferFacts } from './offer-facts.js';
import type { SessionFacts } from './session.js';

export interface GateRound {
  /** Consent's epoch: sessions of an earlier one must be renewed. */
  readonly epoch: number;
}

/**
 * "May I send this version of this posting now?" (DESIGN.md §3, "The permit"), for one batch in one transaction at READ
 * COMMITTED. Whoever changes what is held here waits until the permits opened here are there to be seen; whoever changed it
 * before is seen by the statements after the locks.
 */
export async function decidePermits(db: GateStatements, ask: PermitAsk, round: GateRound): Promise<Answered[]> {
  const batch = new Batch(ask);
  batch.answerSeen(await db.seen(batch.attempts()));
  const holders = await db.holdersOf(batch.offers());
  await turnAwayIntended(db, batch, holders);
  batch.turnAwaySession(await db.holdSession(ask.session), round.epoch);
  const partners = await db.holdPartners(batch.partners());
  batch.keepHeld((item) => (item.kind === 'show' ? partners.get(item.partner) : undefined), 'partner');
  const held = await db.holdHolders(batch.holders(holders));
  batch.keepHeld((item) => (item.kind === 'show' ? heldHolder(held, holders.get(item.offerId)) : undefined), 'holder');
  const offers = await db.holdOffers(batch.offers());
  batch.keepHeld((item) => offers.get(item.offerId) ?? { kind: 'missing' }, 'offer');
  await turnAwayIntended(db, batch, holders);
  await judgeAndOpen(db, batch, { partners: rowsOf(partners), offers: rowsOf(offers) });
  return batch.answers();
}

/** Step 1, and again after the locks: what a stop waits for must not be locked anew, nor judged by what it changes. */
async function turnAwayIntended(db: GateStatements, batch: Batch, holders: ReadonlyMap<string, string>): Promise<void> {
  const stops = await db.intendedStops(batch.subjects(holders));
  batch.settle((item) => {
    const holder = holders.get(item.offerId);
    const show = item.kind === 'show';
    const hit =
      stops.session ||
      stops.offers.has(item.offerId) ||
      (show && (stops.partners.has(item.partner) || (holder !== undefined && stops.holders.has(holder))));
    return hit ? { answer: 'retry', because: 'stop-intended' } : undefined;
  });
}

interface HeldFacts {
  readonly partners: ReadonlyMap<string, PartnerFacts>;
  readonly offers: ReadonlyMap<string, OfferFacts>;
}

/** Steps 3 and 4. */
async function judgeAndOpen(db: GateStatements, batch: Batch, { partners, offers }: HeldFacts): Promise<void> {
  if (batch.left.length === 0) return;
  const holders = new Map([...offers.values()].map(({ offerId, holder }) => [offerId, holder]));
  const halts = await db.halts(batch.subjects(holders));
  const clauses = await db.clauses(batch.holders(holders), batch.offers());
  const postings = await db.postings(batch.left);
  const now = await db.clock();
  const permits: OpenPermit[] = [];
  batch.settle((item) => {
    const offer = offers.get(item.offerId);
    if (offer === undefined) return { answer: 'retry', because: 'locked' };
    const facts = factsFor(item, offer, { partners, clauses, halts });
    const judged = judge(item, postings.get(postingKey(item)), facts, now);
    if (judged.answer === 'permit') permits.push(permitFor(item, batch.session, judged.content));
    return judged;
  });
  if (permits.length === 0) return;
  const failures = await db.open(permits, now);
  batch.revise(({ attempt }) => {
    const failure = failures.get(attempt);
    if (failure === undefined) return undefined;
    return failure === 'in-flight' ? { answer: 'retry', because: 'in-flight' } : closedBefore;
  });
}

interface RuleFacts {
  readonly partners: ReadonlyMap<string, PartnerFacts>;
  readonly clauses: ReadonlyMap<string, readonly Clause[]>;
  readonly halts: readonly Halt[];
}

function factsFor(item: PermitItem, offer: OfferFacts, { partners, clauses, halts }: RuleFacts) {
  const partner = partners.get(item.partner);
  return {
    offer,
    clauses: clauses.get(offer.holder) ?? [],
    partners: partner === undefined ? [] : [partner],
    halts,
  };
}

const permitFor = (item: PermitItem, session: string, content: OpenPermit['content']): OpenPermit => ({
  permit: item.attempt,
  session,
  offerId: item.offerId,
  partner: item.partner,
  version: item.version,
  content,
});

const heldHolder = (rows: HeldRows<true>, holder: string | undefined): Held<true> =>
  (holder === undefined ? undefined : rows.get(holder)) ?? { kind: 'missing' };

function rowsOf<T>(rows: HeldRows<T>): ReadonlyMap<string, T> {
  return new Map([...rows].flatMap(([id, held]) => (held.kind === 'held' ? [[id, held.row] as const] : [])));
}

const closedBefore: Judged = {
  answer: 'refusal',
  rule: 'attempt-closed',
  reason: 'this attempt was closed before: an attempt that starts anew needs an id of its own',
};

/** Items still without an answer, in the one order in which every batch locks: by offer, then partner. */
class Batch {
  readonly session: string;
  left: readonly PermitItem[];
  private readonly answered = new Map<string, Answered>();
  private readonly asked: readonly PermitItem[];

  constructor({ session, items }: PermitAsk) {
    this.session = session;
    this.asked = items;
    const once = [...new Map(items.map((item) => [item.attempt, item])).values()];
    this.left = once.sort((a, b) => compare(a.offerId, b.offerId) || compare(a.partner, b.partner));
  }

  attempts = (): string[] => this.left.map(({ attempt }) => attempt);
  offers = (): string[] => [...new Set(this.left.map(({ offerId }) => offerId))];
  partners = (): string[] => sortedSet(this.shows().map(({ partner }) => partner));
  holders = (of: ReadonlyMap<string, string>): string[] =>
    sortedSet(this.shows().flatMap(({ offerId }) => of.get(offerId) ?? []));

  subjects = (holders: ReadonlyMap<string, string>): Subjects => ({
    session: this.session,
    offers: this.offers(),
    holders: this.holders(holders),
    partners: this.partners(),
  });

  /** Answers the items that `verdict` has an answer for; they take no further part. */
  settle(verdict: (item: PermitItem) => Judged | undefined): void {
    this.left = this.left.filter((item) => {
      const judged = verdict(item);
      if (judged !== undefined) this.answered.set(item.attempt, { item, judged });
      return judged === undefined;
    });
  }

  /** Takes permits back that could not be opened. */
  revise(verdict: (item: PermitItem) => Judged | undefined): void {
    for (const { item } of [...this.answered.values()]) {
      const judged = verdict(item);
      if (judged !== undefined) this.answered.set(item.attempt, { item, judged });
    }
  }

  answerSeen(seen: ReadonlyMap<string, SeenAttempt>): void {
    this.settle(({ attempt }) => {
      const before = seen.get(attempt);
      if (before === undefined) return undefined;
      if (before.kind === 'closed' || before.permit.session !== this.session) return closedBefore;
      return { answer: 'permit', content: before.permit.content };
    });
  }

  turnAwaySession(held: Held<SessionFacts>, epoch: number): void {
    this.settle(() => sessionVerdict(held, epoch));
  }

  keepHeld(rowOf: (item: PermitItem) => Held<unknown> | undefined, what: string): void {
    this.settle((item) => {
      const held = rowOf(item);
      if (held === undefined || held.kind === 'held') return undefined;
      if (held.kind === 'locked') return { answer: 'retry', because: 'locked' };
      return { answer: 'refusal', rule: `${what}-unknown`, reason: `this ${what} is not known here` };
    });
  }

  answers(): Answered[] {
    return this.asked.flatMap(({ attempt }) => this.answered.get(attempt) ?? []);
  }

  private shows = (): PermitItem[] => this.left.filter(({ kind }) => kind === 'show');
}

function sessionVerdict(held: Held<SessionFacts>, epoch: number): Judged | undefined {
  if (held.kind === 'locked') return { answer: 'retry', because: 'locked' };
  if (held.kind === 'missing')
    return { answer: 'refusal', rule: 'session-unknown', reason: 'open a session before asking for permits' };
  if (held.row.state !== 'open')
    return {
      answer: 'refusal',
      rule: 'session-fenced',
      reason: 'this session was fenced or ended: nothing leaves in it',
    };
  if (held.row.epoch < epoch)
    return {
      answer: 'refusal',
      rule: 'session-renew',
      reason: 'consent was restored: cut all requests, open a session',
    };
  return undefined;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const sortedSet = (values: readonly string[]): string[] => [...new Set(values)].sort(compare);
