import type { StopAnswer } from '@accord/contracts/internal/stops';
import type { Subject } from '@accord/service/authentication';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { Keys } from '../keys.js';
import { RESTORE } from '../restore/restore.store.js';
import { StopCarrier } from '../stops/stop-carrier.js';

/**
 * After a restore: the employer has looked at what is left of its agreements, has given again what was lost, and says that what
 * stands now is what it wants. What was halted for its sake goes on.
 */
@Injectable()
export class ConfirmAgreements {
  constructor(
    private readonly db: DataSource,
    private readonly stops: StopCarrier,
    private readonly keys: Keys,
  ) {}

  async execute(holder: Subject, waitMs: number): Promise<StopAnswer> {
    await this.db.query('delete from lost_agreement where holder_id = $1', [holder.id]);
    const id = uuid();
    await this.stops.carryOut({
      id,
      scope: { kind: 'holder', id: holder.id },
      because: 'restore-confirmed',
      holder: holder.id,
      actor: this.keys.actorOf(holder.id),
      requestedAt: new Date().toISOString(),
      change: { kind: 'lift', setBy: RESTORE },
    });
    return this.stops.waitFor(id, waitMs);
  }
}
