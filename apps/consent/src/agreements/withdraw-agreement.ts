import type { StopAnswer } from '@accord/contracts/internal/stops';
import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Stop } from '../domain/stop.js';
import { Keys } from '../keys.js';
import { StopCarrier } from '../stops/stop-carrier.js';
import { stopIdOf } from '../stops/stop-id.js';
import { type AgreementRow, findAgreement } from './agreement-row.js';

/** Withdraws an agreement, or a refusal. Withdrawn again, or ended before, it answers with the stop that ended it. */
@Injectable()
export class WithdrawAgreement {
  constructor(
    private readonly db: DataSource,
    private readonly stops: StopCarrier,
    private readonly keys: Keys,
  ) {}

  /** @throws Problem not-found */
  async execute(giver: Subject, id: string, waitMs: number): Promise<StopAnswer> {
    const agreement = await findAgreement(this.db, id);
    if (agreement?.holder_id !== giver.id) throw new Problem('not-found', 'No agreement of yours has this id.');
    const stop = stopOf(agreement, this.keys.actorOf(giver.id));
    if (agreement.ended_as === null) await this.stops.carryOut(stop);
    const ended = agreement.ended_as === null ? await findAgreement(this.db, id) : agreement;
    return this.stops.waitFor(ended?.stop_id ?? stop.id, waitMs);
  }
}

const stopOf = ({ clause_id: id, holder_id: holder, effect, offer_id: offer }: AgreementRow, actor: string): Stop => ({
  id: stopIdOf('withdrawal', id),
  scope: { kind: 'holder', id: holder },
  because: effect === 'allow' ? 'agreement-withdrawn' : 'refusal-withdrawn',
  holder,
  ...(offer !== null && { offer }),
  agreement: id,
  actor,
  requestedAt: new Date().toISOString(),
  change: { kind: 'clauses', end: [{ id, as: 'withdrawn' }], begin: [], add: null },
});
