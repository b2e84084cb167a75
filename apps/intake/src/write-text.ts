import { offerRevised } from '@accord/contracts/events/offer-revised';
import { addAllToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { textEvent } from './domain/offer-events.js';
import { evolve } from './domain/offer-life.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { OfferStore } from './offer.store.js';
import { type OfferRecord, revisedEventOf } from './offer-record.js';
import type { PreparedText } from './prepare-text.js';
import { changeBy } from './refusals.js';
import { StopStore } from './stop.store.js';
import { type NewRevision, TextStore } from './text.store.js';

/** An offer whose row is locked, and what it is to say from now on. */
export interface NewText {
  readonly record: OfferRecord;
  readonly text: PreparedText;
}

/** Who writes, and whether it is an edit or the same text with a later last day. */
export interface TextWord {
  /** The rights holder itself, unless said otherwise. */
  readonly by?: string;
  readonly type?: 'offer.revised' | 'offer.renewed';
}

/** Writes the next revision of offers and tells of it: edits, renewals and imports all end here. */
@Injectable()
export class WriteText {
  constructor(
    private readonly offers: OfferStore,
    private readonly texts: TextStore,
    private readonly stops: StopStore,
    private readonly events: OfferEventStore,
  ) {}

  /** Answers the changed records, in order. @throws Problem state-forbids */
  async execute(
    tx: EntityManager,
    texts: readonly NewText[],
    now: Date,
    { by, type = 'offer.revised' }: TextWord = {},
  ): Promise<OfferRecord[]> {
    const written = texts.map(({ record, text }) => ({ record: revised(record, text, now), text }));
    const records = written.map(({ record }) => record);
    await this.offers.update(tx, records);
    await this.stops.carryOver(tx, records);
    const sealed = await this.texts.add(
      tx,
      written.map((one) => revisionOf(one, now)),
    );
    await addAllToOutbox(
      tx,
      offerRevised,
      sealed.flatMap(({ offer }, at) => (records[at] === undefined ? [] : [revisedEventOf(records[at], offer)])),
    );
    await this.events.add(
      tx,
      written.map(({ record, text: { findings } }) => ({
        of: record,
        event: textEvent(type, record, { by: by ?? record.holder, findings }),
      })),
    );
    return records;
  }
}

const revisionOf = ({ record, text: { content, findings } }: NewText, submittedAt: Date): NewRevision => ({
  offerId: record.id,
  revision: record.life.revision,
  content,
  findings,
  submittedAt,
});

function revised(record: OfferRecord, { content, digest }: PreparedText, now: Date): OfferRecord {
  const change = changeBy(record.life, { kind: 'revise' });
  return {
    ...record,
    life: change === undefined ? record.life : evolve(record.life, change),
    reference: content.reference,
    title: content.title,
    closesOn: content.closesOn,
    // Under a later mandate of the same agent, it is that one's.
    ...(record.mandate !== undefined && { mandate: content.mandate ?? record.mandate }),
    draftDigest: digest,
    submittedAt: now,
    changedAt: now,
  };
}
