import { postingKey } from '../../src/domain/gate-statements.js';
import { naivelyAllowed } from '../naive-rule.js';
import type { Tx } from './memory.js';
import type { PermitRow, Rules, Tables } from './tables.js';

/** A promise of DESIGN.md §1 was broken. */
export class Violation extends Error {}

/** A request that may carry an offer, or its removal, to a partner. */
export interface Send {
  readonly permit: string;
  readonly offerId: string;
  readonly partner: string;
  readonly version: number;
}

/** What was seen in a run, so that nobody takes an empty one for a proof. */
export interface Seen {
  permits: number;
  sends: number;
  stops: number;
  /** Stops that had something to wait for, and those of them that became effective. */
  waiting: number;
  acknowledged: number;
}

/** By the rule as its text has it, written a second time. */
function isAllowed(rules: Rules, { offerId, partner }: Pick<Send, 'offerId' | 'partner'>, at: number): boolean {
  const now = new Date(at);
  const offer = rules.offers.get(offerId);
  const facts = rules.partners.get(partner);
  if (offer?.shown === undefined || facts === undefined || offer.intent !== 'show') return false;
  if (offer.shown.lapsed || offer.shown.closesAt <= now) return false;
  const halted = rules.halts.some(({ scope }) => scope.kind === 'holder' || [offerId, partner].includes(scope.id));
  return !halted && naivelyAllowed({ offerId, traits: offer.shown.traits }, rules.clauses, facts, now) !== undefined;
}

/** Looks at every commit and every request, knowing what no process knows; it shares nothing with the code it judges. */
export class Judge {
  readonly seen: Seen = { permits: 0, sends: 0, stops: 0, waiting: 0, acknowledged: 0 };
  /** Under way, or about to arrive though their process is dead. */
  readonly underWay = new Set<Send>();
  /** What each stop took away, of what was permitted by then. */
  private readonly covered = new Map<string, ReadonlySet<string>>();
  private readonly effective = new Set<string>();

  constructor(private readonly db: Tables) {
    db.permits.onCommit = (tx, changed, before) => {
      for (const [key, row] of changed)
        if (row !== undefined && before.get(key)?.permit !== row.permit) this.permitted(tx, row);
    };
    db.stops.onCommit = (tx, changed, before) => {
      for (const [id, row] of changed) {
        if (row === undefined) continue;
        if (!before.has(id)) this.covered.set(id, this.coveredBy(tx, id));
        if (row.effectiveAt !== undefined && before.get(id)?.effectiveAt === undefined) this.becameEffective(id);
      }
    };
  }

  /** Promise 1, and promise 2 for what starts later. */
  start(send: Send): void {
    this.seen.sends += 1;
    const open = [...this.db.permits.committed.values()].find(({ permit }) => permit === send.permit);
    if (open?.version !== send.version || postingKey(open) !== postingKey(send))
      throw new Violation(`${send.permit} starts without an open permit`);
    for (const stop of this.effective)
      if (this.covered.get(stop)?.has(send.permit) === true)
        throw new Violation(`${send.permit} starts after ${stop} was effective`);
    for (const other of this.underWay)
      if (postingKey(other) === postingKey(send))
        throw new Violation(`${send.permit} starts while ${other.permit} is under way`);
    this.underWay.add(send);
  }

  /** Where it may be, at this instant. */
  isAllowedNow(offerId: string, partner: string): boolean {
    const { clauses, offers, partners, halts } = this.db;
    const rules: Rules = {
      clauses: [...clauses.committed.values()],
      offers: offers.committed,
      partners: partners.committed,
      halts: [...halts.committed.values()],
    };
    return isAllowed(rules, { offerId, partner }, this.db.schedule.now);
  }

  private permitted(tx: Tx, row: PermitRow): void {
    this.seen.permits += 1;
    const posting = this.db.postings.committed.get(postingKey(row))?.posting;
    if (posting?.version !== row.version) throw new Violation(`${row.permit} is for another version than the current`);
    if (row.content.kind !== 'show') return;
    const rules = this.db.rulesOf(tx, undefined);
    if (!isAllowed(rules, row, row.openedAt)) throw new Violation(`${row.permit} was given against the rule`);
    if (rules.offers.get(row.offerId)?.shown?.revision !== row.content.revision)
      throw new Violation(`${row.permit} is for another text than the one on show`);
  }

  /** What names an ended clause; and what this stop's own change took away, whatever overlapped with it. */
  private coveredBy(tx: Tx, id: string): ReadonlySet<string> {
    this.seen.stops += 1;
    const stop = this.db.stops.committed.get(id);
    const lockedAt = this.db.lockedAt.get(tx);
    const listed = [...this.db.listed.committed.values()].flatMap((row) =>
      row.stop === id ? [row.permit.permit] : [],
    );
    const covered = new Set(listed);
    if (stop !== undefined && lockedAt !== undefined) {
      const states = [this.db.rulesOf(tx, lockedAt), this.db.rulesOf(tx, undefined)];
      const times = [lockedAt.at, this.db.schedule.now];
      const isLost = (row: PermitRow) => states.every((rules) => times.every((at) => !isAllowed(rules, row, at)));
      for (const row of this.db.permits.committed.values()) {
        const { kind, id: of } = stop.scope;
        if (row.content.kind !== 'show' || (kind !== 'holder' && of !== row.offerId && of !== row.partner)) continue;
        if (stop.ended.includes(row.content.agreement) || isLost(row)) covered.add(row.permit);
      }
    }
    if (covered.size > 0) this.seen.waiting += 1;
    return covered;
  }

  /** Promise 2, for what is under way. */
  private becameEffective(id: string): void {
    this.effective.add(id);
    const covered = this.covered.get(id) ?? new Set();
    if (covered.size > 0) this.seen.acknowledged += 1;
    for (const { permit } of this.underWay)
      if (covered.has(permit)) throw new Violation(`${id} is effective while ${permit} is under way`);
  }
}
