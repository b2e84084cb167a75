import { failpoint } from '@accord/service/failpoint';
import { Injectable } from '@nestjs/common';

import type { StopView } from './answers.js';
import { CommitStops } from './commit-stops.js';
import type { Employer } from './employer.js';
import { OfferStore } from './offer.store.js';
import { changeBy } from './refusals.js';
import { ShowStop } from './show-stop.js';
import { type OfferStop, StopStore } from './stop.store.js';

/** Takes an offer down: for good (withdraw), until taken back (suspend), or because the job is (fill). */
export type StopCommand = 'withdraw' | 'suspend' | 'fill';

/**
 * The new version is committed first, with its event; then consent is asked to stop at once. If it cannot be reached, or this
 * process dies in between, the event carries the same stop: nothing of a withdrawal that was accepted can be lost.
 */
@Injectable()
export class StopOffer {
  constructor(
    private readonly offers: OfferStore,
    private readonly stops: StopStore,
    private readonly commitStops: CommitStops,
    private readonly showStop: ShowStop,
  ) {}

  /** @throws Problem not-found, state-forbids */
  async execute(employer: Employer, id: string, command: StopCommand, reason?: string): Promise<StopView> {
    const stop = await this.commit(employer, id, command, reason);
    failpoint('intake.withdraw.after-commit');
    return this.showStop.of(stop);
  }

  /** Asked again, it is the same stop. */
  private commit(
    { holder, by }: Employer,
    id: string,
    kind: StopCommand,
    reason: string | undefined,
  ): Promise<OfferStop> {
    return this.offers.change(holder, id, async (tx, record) => {
      const change = changeBy(record.life, { kind });
      const [stop = await this.stops.lastOf(id, tx)] =
        change === undefined
          ? []
          : await this.commitStops.execute(tx, [{ record, change, reason, by }], { askedBy: 'caller' });
      if (stop === undefined) throw new Error(`offer ${id} is ${record.life.intent} without a stop`);
      return stop;
    });
  }
}
