import type { UnseenStatements } from '../../src/domain/closing.js';
import type { DecidedOffer } from '../../src/domain/decide-offer.js';
import type { GateStatements } from '../../src/domain/gate-statements.js';
import type { StopStatements } from '../../src/domain/stopping.js';
import { MemoryClosing } from './memory-closing.js';
import { MemoryGate } from './memory-gate.js';
import { MemoryStop } from './memory-stop.js';
import type { Tx } from './memory.js';
import type { Tables } from './tables.js';

/** Of what consent is made in the model; a mutant has one part of its own. */
export interface Parts {
  readonly gate: (tx: Tx, db: Tables, mode: 'skip' | 'wait') => GateStatements;
  readonly stop: (tx: Tx, db: Tables) => StopStatements;
  readonly closing: (tx: Tx, db: Tables, session: string) => UnseenStatements;
  /** Over what was decided, with the version before. */
  readonly decide: (decided: DecidedOffer, before: number) => DecidedOffer;
  readonly afterGrant: (tx: Tx, db: Tables) => Promise<void>;
  readonly finishesIntents: boolean;
  /** ms. */
  readonly permitsTimeOutAfter: number;
}

export const sound: Parts = {
  gate: (tx, db, mode) => new MemoryGate(tx, db, mode),
  stop: (tx, db) => new MemoryStop(tx, db),
  closing: (tx, db, session) => new MemoryClosing(tx, db, session),
  decide: (decided) => decided,
  afterGrant: () => Promise.resolve(),
  finishesIntents: true,
  permitsTimeOutAfter: Infinity,
};
