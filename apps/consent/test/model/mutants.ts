import { postingKey } from '../../src/domain/gate-statements.js';
import type { OpenPermit } from '../../src/domain/gate-statements.js';
import type { DecidedOffer } from '../../src/domain/decide-offer.js';
import type { Clause } from '../../src/domain/clause.js';
import { MemoryClosing } from './memory-closing.js';
import { MemoryGate } from './memory-gate.js';
import { markEffective } from './memory-lists.js';
import { MemoryStop } from './memory-stop.js';
import { type Parts, sound } from './parts.js';
import type { Table, Tx } from './memory.js';
import type { Tables } from './tables.js';

type Recorded = Parameters<MemoryStop['record']>;

class AcknowledgesAtOnce extends MemoryStop {
  override async record(...[stop, list]: Recorded): Promise<void> {
    await super.record(stop, list);
    await markEffective(this.tx, this.db, stop.id);
  }
}

class ListsNothing extends MemoryStop {
  override record(...[stop]: Recorded): Promise<void> {
    return super.record(stop, []);
  }
}

/** Reads the rows, and does not keep them from being changed. */
class TakesNoLocks extends MemoryGate {
  protected override async hold<Row>(table: Table<Row>, ids: readonly string[]) {
    await this.tx.statement();
    return new Map(
      ids.map((id) => {
        const row = table.get(this.tx, id);
        return [id, row === undefined ? ({ kind: 'missing' } as const) : ({ kind: 'held', row } as const)];
      }),
    );
  }
}

/** One statement that locks and reads: the clauses are those of the snapshot from before its wait. */
class ReadsWithTheLock extends MemoryGate {
  private snapshot: readonly Clause[] = [];

  override async holdHolders(holders: readonly string[]) {
    this.snapshot = [...this.db.clauses.rows(this.tx).values()].filter(({ ended }) => ended === undefined);
    return super.holdHolders(holders);
  }

  override async clauses(holders: readonly string[]) {
    await this.tx.statement();
    return new Map(holders.map((holder) => [holder, [...this.snapshot]]));
  }
}

/** The key is the attempt's, so a posting has as many requests under way as there are attempts. */
class HasNoKey extends MemoryGate {
  protected override openKey({ permit }: OpenPermit): string {
    return permit;
  }
}

class RemovesBesides extends MemoryGate {
  protected override openKey(permit: OpenPermit): string {
    return permit.content.kind === 'remove' ? `${postingKey(permit)} removal` : postingKey(permit);
  }
}

class ForgetsUnseen extends MemoryClosing {
  override async keep(): Promise<boolean> {
    await this.tx.statement();
    return true;
  }
}

/** What a new clause allows is taken off the lists. */
async function shortensLists(tx: Tx, db: Tables): Promise<void> {
  await tx.statement();
  const stops = new Set<string>();
  for (const [key, row] of db.listed.rows(tx)) {
    if (row.closed) continue;
    db.listed.put(tx, key, { ...row, closed: true });
    stops.add(row.stop);
  }
  for (const stop of stops) await markEffective(tx, db, stop);
}

/** What is wanted changes, and its version does not. */
function keepsVersion(decided: DecidedOffer, before: number): DecidedOffer {
  const { decision } = decided;
  if (decision === undefined || before === 0) return decided;
  const atBefore = decision.changed.map((posting) => ({ ...posting, version: before }));
  const changed = new Map(atBefore.map((posting) => [posting.partner, posting]));
  const postings = decision.postings.map((posting) => changed.get(posting.partner) ?? posting);
  return { ...decided, decision: { ...decision, version: before, changed: atBefore, postings } };
}

export interface Mutant {
  readonly fault: string;
  readonly parts: Parts;
  /** What the judge says of it. */
  readonly says: RegExp;
}

const underWay = /is effective while|after .* was effective|without an open permit/;
const unsettled = /not settled/;

/** Faults that the model must find. Some of the gate's are found on PostgreSQL too: gate-mutants.int.spec.ts. */
export const mutants: readonly Mutant[] = [
  {
    fault: 'a stop is acknowledged without waiting for its list',
    parts: { ...sound, stop: (tx, db) => new AcknowledgesAtOnce(tx, db) },
    says: underWay,
  },
  {
    fault: 'a stop lists nothing',
    parts: { ...sound, stop: (tx, db) => new ListsNothing(tx, db) },
    says: underWay,
  },
  {
    fault: 'a time-out closes a permit',
    parts: { ...sound, permitsTimeOutAfter: 20 },
    says: /under way|was effective|without an open permit/,
  },
  {
    fault: 'the gate takes no locks',
    parts: { ...sound, gate: (tx, db, mode) => new TakesNoLocks(tx, db, mode) },
    says: /against the rule|another version|another text|effective/,
  },
  {
    fault: 'one statement locks and reads the rule',
    parts: { ...sound, gate: (tx, db, mode) => new ReadsWithTheLock(tx, db, mode) },
    says: /against the rule|effective/,
  },
  {
    fault: 'open_permit has no key',
    parts: { ...sound, gate: (tx, db, mode) => new HasNoKey(tx, db, mode) },
    says: /while .* is under way/,
  },
  {
    fault: 'a removal does not wait for its slot',
    parts: { ...sound, gate: (tx, db, mode) => new RemovesBesides(tx, db, mode) },
    says: /while .* is under way|held otherwise/,
  },
  { fault: 'a later grant shortens lists', parts: { ...sound, afterGrant: shortensLists }, says: underWay },
  { fault: 'the intent of a dead instance stays', parts: { ...sound, finishesIntents: false }, says: unsettled },
  {
    fault: 'a closing of an unseen attempt is not kept',
    parts: { ...sound, closing: (tx, db, session) => new ForgetsUnseen(tx, db, session) },
    says: unsettled,
  },
  {
    fault: 'a version does not grow',
    parts: { ...sound, decide: keepsVersion },
    says: /not settled|another version|another text/,
  },
];
