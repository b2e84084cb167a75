import { offerRevised } from '@accord/contracts/events/offer-revised';
import { addAllToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { stopEvent } from './domain/offer-events.js';
import { type Change, evolve } from './domain/offer-life.js';
import { stopIdOf } from './domain/stop-id.js';
import { stopReason } from './domain/stop-reason.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { OfferStore } from './offer.store.js';
import { type OfferRecord, revisedEventOf } from './offer-record.js';
import { RevisionStore } from './revision.store.js';
import { type OfferStop, StopStore } from './stop.store.js';

/** An offer whose row is locked, and the change that takes it down. */
export interface StopOfOffer {
  readonly record: OfferRecord;
  readonly change: Change;
  /** What the employer gave as its reason: a code, or words. */
  readonly reason: string | undefined;
  readonly comment?: string | undefined;
  /** Of a filling. */
  readonly openingsFilled?: number | undefined;
  /** Who says so: the rights holder itself, unless said otherwise. */
  readonly by?: string;
}

/** Commits that offers are to come down, with the event and the stop that both say so. Consent is asked after the commit. */
@Injectable()
export class CommitStops {
  constructor(
    private readonly offers: OfferStore,
    private readonly revisions: RevisionStore,
    private readonly stops: StopStore,
    private readonly events: OfferEventStore,
  ) {}

  async execute(
    tx: EntityManager,
    wanted: readonly StopOfOffer[],
    { askedBy }: { readonly askedBy: 'caller' | 'follower' },
  ): Promise<OfferStop[]> {
    const changedAt = new Date();
    const changed = wanted.map((one) => {
      const record = stopped(one, changedAt);
      return { record, stop: stopOf(record), by: one.by ?? record.holder };
    });
    const records = changed.map(({ record }) => record);
    const stops = changed.map(({ stop }) => stop);
    const texts = await this.revisions.lastOf(
      records.map(({ id }) => id),
      tx,
    );
    await this.offers.update(tx, records);
    await this.stops.add(tx, stops, askedBy);
    await addAllToOutbox(
      tx,
      offerRevised,
      texts.flatMap(({ offer }, at) => {
        const record = records[at];
        return record === undefined ? [] : [revisedEventOf(record, offer)];
      }),
    );
    await this.events.add(
      tx,
      changed.map(({ record, stop, by }) => ({
        of: record,
        event: stopEvent(record, { ...stop, by, openingsFilled: record.openingsFilled }),
      })),
    );
    return stops;
  }
}

function stopped({ record, change, openingsFilled, ...given }: StopOfOffer, changedAt: Date) {
  const life = evolve(record.life, change);
  if (life.intent === 'show') throw new Error('an offer that is to be shown has no stop');
  const { code: reason, comment } = stopReason(life.intent, given);
  return { ...record, life: { ...life, intent: life.intent }, reason, comment, openingsFilled, changedAt };
}

const stopOf = ({ id, holder, life: { version, intent }, reason }: ReturnType<typeof stopped>): OfferStop => ({
  stop: stopIdOf(id, version),
  offerId: id,
  holder,
  version,
  intent,
  reason,
});
