import type { Clause } from '../../src/domain/clause.js';
import type { GivenClause, Stop } from '../../src/domain/stop.js';
import type { Tx } from './memory.js';
import type { Tables } from './tables.js';

/** As clause.store has it: false where nothing was left to change. */
export function changeClauses(tx: Tx, db: Tables, { end, begin, add }: ClauseChange): boolean {
  let changed = 0;
  for (const { id, as } of end) changed += changeClause(tx, db, id, { ended: as });
  if (add !== null && db.clauses.get(tx, add.id) === undefined) {
    db.clauses.put(tx, add.id, clauseOf(add, db.schedule.now));
    changed += 1;
  }
  for (const id of begin) changed += changeClause(tx, db, id, { begun: true });
  return changed > 0;
}
export type ClauseChange = Extract<Stop['change'], { kind: 'clauses' }>;

function changeClause(tx: Tx, db: Tables, id: string, change: Partial<Clause>): number {
  const clause = db.clauses.get(tx, id);
  if (clause === undefined || clause.ended !== undefined) return 0;
  db.clauses.put(tx, id, { ...clause, ...change });
  return 1;
}

function clauseOf({ id, draft }: GivenClause, now: number): Clause {
  const { effect, audience, conditions, from, until } = draft;
  return {
    id,
    effect,
    scope: draft.offers === 'one' ? { offers: 'one', offerId: draft.offerId } : scopeOf(draft),
    audience,
    conditions: conditions ?? [],
    pendingProof: false,
    terms: new Map(),
    givenAt: new Date(now),
    begun: from === undefined,
    ...(from !== undefined && { from: new Date(from) }),
    ...(until !== undefined && { until: new Date(until) }),
  };
}

const scopeOf = (draft: GivenClause['draft']): Clause['scope'] =>
  draft.offers === 'filter' ? { offers: 'filter', filter: draft.filter } : { offers: 'all' };
