import { failpoint } from '@accord/service/failpoint';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { StopView } from './answers.js';
import { CommitStops } from './commit-stops.js';
import { type GivenReason, isMistyped, reasonsOf } from './domain/stop-reason.js';
import { assertMay, type Employer } from './employer.js';
import { OfferStore } from './offer.store.js';
import type { OfferRecord } from './offer-record.js';
import { changeBy } from './refusals.js';
import { RevisionStore } from './revision.store.js';
import { ShowStop } from './show-stop.js';
import { type OfferStop, StopStore } from './stop.store.js';

/** Takes an offer down: for good (withdraw), until taken back (suspend), or because the job is (fill). */
export interface StopCommand extends GivenReason {
  readonly kind: 'withdraw' | 'suspend' | 'fill';
  /** Of a filling: how many found somebody. */
  readonly openings?: number | undefined;
}

@Injectable()
export class StopParts {
  constructor(
    readonly stops: StopStore,
    readonly revisions: RevisionStore,
    readonly show: ShowStop,
  ) {}
}

/**
 * The new version is committed first, with its event; then consent is asked to stop at once. If it cannot be reached, or this
 * process dies in between, the event carries the same stop: nothing of a withdrawal that was accepted can be lost.
 */
@Injectable()
export class StopOffer {
  constructor(
    private readonly offers: OfferStore,
    private readonly commitStops: CommitStops,
    private readonly parts: StopParts,
  ) {}

  /** @throws Problem not-found, state-forbids, invalid-request */
  async execute(employer: Employer, id: string, command: StopCommand): Promise<StopView> {
    assertMay(employer, 'stop');
    assertReason(command);
    const stop = await this.commit(employer, id, command);
    failpoint('intake.withdraw.after-commit');
    return this.parts.show.of(stop);
  }

  /** Asked again, it is the same stop. */
  private commit(employer: Employer, id: string, command: StopCommand): Promise<OfferStop> {
    const { kind, reason, comment, openings: openingsFilled } = command;
    return this.offers.change(employer, id, async (tx, record) => {
      const change = changeBy(record.life, { kind });
      if (openingsFilled !== undefined) await this.assertSoMany(tx, record, openingsFilled);
      const [stop = await this.parts.stops.lastOf(id, tx)] =
        change === undefined
          ? []
          : await this.commitStops.execute(tx, [{ record, change, reason, comment, openingsFilled, by: employer.by }], {
              askedBy: 'caller',
            });
      if (stop === undefined) throw new Error(`offer ${id} is ${record.life.intent} without a stop`);
      return stop;
    });
  }

  /** @throws Problem invalid-request */
  private async assertSoMany(tx: EntityManager, { id, life }: OfferRecord, filled: number): Promise<void> {
    const { openings } = (await this.parts.revisions.get(id, life.revision, tx)).offer;
    if (filled <= openings) return;
    const message = `the offer has ${openings}: write at most as many`;
    throw new Problem('invalid-request', 'More openings are filled than there are.', [
      { pointer: '/openings', code: 'too-many', message },
    ]);
  }
}

/** @throws Problem invalid-request */
function assertReason({ kind, reason }: StopCommand): void {
  if (kind !== 'fill' || reason === undefined || !isMistyped(reason)) return;
  const message = `must be one of ${reasonsOf('filled').join(', ')}; words go into comment`;
  throw new Problem('invalid-request', 'The reason is no code of the list.', [
    { pointer: '/reason', code: 'unknown-code', message },
  ]);
}
