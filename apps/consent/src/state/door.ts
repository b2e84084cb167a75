import { Health } from '@accord/service/health';
import { Injectable } from '@nestjs/common';

import type { ConsentState } from './consent-state.js';

export type DoorState = 'open' | 'starting' | 'frozen' | 'set-back';

export interface Checked {
  readonly door: DoorState;
  readonly state: ConsentState;
}

/**
 * Whether this process may give permits and number leaves. Shut until the ledger's topic was read to its end, which tells
 * whether the database is older than it; shut again if the database is found set back while the process runs.
 */
@Injectable()
export class Door {
  private ledgerRead = false;
  private highestLeaf = 0;

  /** A process that may give no permits is not ready. */
  constructor(health: Health) {
    health.whenReady('ledger', () => {
      if (!this.ledgerRead) throw new Error('the ledger was not read back to its end yet');
    });
  }

  /** The topic was read to its end: the database knows all that was ever acknowledged. */
  open(): void {
    this.ledgerRead = true;
  }

  get isShut(): boolean {
    return !this.ledgerRead;
  }

  /** What was committed before the reading began must be seen by it; less means that the database was set back. */
  async check(read: () => Promise<ConsentState>): Promise<Checked> {
    const known = this.highestLeaf;
    const state = await read();
    if (state.nextLeaf < known) {
      this.ledgerRead = false;
      this.highestLeaf = 0;
      return { door: 'set-back', state };
    }
    this.highestLeaf = Math.max(this.highestLeaf, state.nextLeaf);
    if (!this.ledgerRead) return { door: 'starting', state };
    return { door: state.frozen === undefined ? 'open' : 'frozen', state };
  }
}
