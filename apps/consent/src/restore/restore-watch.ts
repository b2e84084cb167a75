import { consentLedger } from '@accord/contracts/topics';
import { Messaging } from '@accord/messaging/messaging';
import { Injectable } from '@nestjs/common';

import { Loops } from '../loops.js';
import { Door } from '../state/door.js';
import { FinishRestore } from './finish-restore.js';

const EVERY_MS = 1_000;

/** Opens the door once the ledger's topic was read to its end, and sees a restore through. */
@Injectable()
export class RestoreWatch {
  constructor(
    private readonly messaging: Messaging,
    private readonly door: Door,
    private readonly finish: FinishRestore,
    loops: Loops,
  ) {
    loops.add('restore', EVERY_MS, () => this.turn(), 'at-intervals');
  }

  private async turn(): Promise<boolean> {
    if (this.door.isShut && (await this.messaging.readToEnd(consentLedger))) this.door.open();
    await this.finish.execute();
    return false;
  }
}
