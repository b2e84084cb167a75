import { offerRevised } from '@accord/contracts/events/offer-revised';
import { addAllToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ContactKeyStore } from './contact-key.store.js';
import { evolve } from './domain/offer-life.js';
import { OfferStore } from './offer.store.js';
import { type OfferRecord, revisedEventOf } from './offer-record.js';
import type { PreparedText } from './prepare-text.js';
import { changeBy } from './refusals.js';
import { RevisionStore } from './revision.store.js';
import { hasContact, sealText } from './seal-text.js';
import { StopStore } from './stop.store.js';

/** An offer whose row is locked, and what it is to say from now on. */
export interface NewText {
  readonly record: OfferRecord;
  readonly text: PreparedText;
}

/** Writes the next revision of offers and tells of it: edits, renewals and imports all end here. */
@Injectable()
export class WriteText {
  constructor(
    private readonly keys: ContactKeyStore,
    private readonly offers: OfferStore,
    private readonly revisions: RevisionStore,
    private readonly stops: StopStore,
  ) {}

  /** Answers the changed records, in order. @throws Problem state-forbids */
  async execute(tx: EntityManager, texts: readonly NewText[], now: Date): Promise<OfferRecord[]> {
    const written = texts.map(({ record, text }) => ({ record: revised(record, text, now), text }));
    const withContact = written.filter(({ text }) => hasContact(text.content));
    const keys = await this.keys.findOrMake(
      tx,
      withContact.map(({ record }) => record.id),
    );
    const sealed = written.map(({ record, text }) => {
      const of = { offerId: record.id, revision: record.life.revision };
      return { record, findings: text.findings, offer: sealText(text.content, of, keys.get(record.id)) };
    });
    const records = sealed.map(({ record }) => record);
    await this.offers.update(tx, records);
    await this.stops.carryOver(tx, records);
    await this.revisions.add(
      tx,
      sealed.map(({ record, offer, findings }) => ({
        offerId: record.id,
        revision: record.life.revision,
        offer,
        findings,
        submittedAt: now,
      })),
    );
    await addAllToOutbox(
      tx,
      offerRevised,
      sealed.map(({ record, offer }) => revisedEventOf(record, offer)),
    );
    return records;
  }
}

function revised(record: OfferRecord, { content, digest }: PreparedText, now: Date): OfferRecord {
  const change = changeBy(record.life, { kind: 'revise' });
  return {
    ...record,
    life: change === undefined ? record.life : evolve(record.life, change),
    reference: content.reference,
    title: content.title,
    closesOn: content.closesOn,
    draftDigest: digest,
    submittedAt: now,
    changedAt: now,
  };
}
