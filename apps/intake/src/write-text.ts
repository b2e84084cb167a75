import { offerRevised } from '@accord/contracts/events/offer-revised';
import { addAllToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ContactKeyStore } from './contact-key.store.js';
import { ContactVault } from './contact-vault.js';
import { evolve } from './domain/offer-life.js';
import { OfferStore } from './offer.store.js';
import { type OfferRecord, revisedEventOf } from './offer-record.js';
import type { PreparedText } from './prepare-text.js';
import { changeBy } from './refusals.js';
import { RevisionStore } from './revision.store.js';
import { hasContact, sealText } from './seal-text.js';

/** An offer whose row is locked, and what it is to say from now on. */
export interface NewText {
  readonly record: OfferRecord;
  readonly text: PreparedText;
}

/** Writes the next revision of offers and tells of it: edits, renewals and imports all end here. */
@Injectable()
export class WriteText {
  constructor(
    private readonly vault: ContactVault,
    private readonly keys: ContactKeyStore,
    private readonly offers: OfferStore,
    private readonly revisions: RevisionStore,
  ) {}

  /** Answers the changed records, in order. @throws Problem state-forbids */
  async execute(tx: EntityManager, texts: readonly NewText[], now: Date): Promise<OfferRecord[]> {
    const written = texts.map(({ record, text }) => ({ record: revised(record, text, now), text }));
    const keys = await this.keysFor(tx, written);
    const sealed = written.map(({ record, text }) => {
      const of = { offerId: record.id, revision: record.life.revision };
      return { record, findings: text.findings, offer: sealText(text.content, of, keys.get(record.id)) };
    });
    await this.offers.update(
      tx,
      sealed.map(({ record }) => record),
    );
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
    return sealed.map(({ record }) => record);
  }

  /** The offers' own keys, made where an offer has its first contact now. */
  private async keysFor(tx: EntityManager, texts: readonly NewText[]): Promise<ReadonlyMap<string, Buffer>> {
    const ids = texts.filter(({ text }) => hasContact(text.content)).map(({ record }) => record.id);
    const known = await this.keys.find(ids, tx);
    const made = new Map(ids.filter((id) => !known.has(id)).map((id) => [id, this.vault.newKey()]));
    await this.keys.add(tx, made);
    return new Map([...known, ...made]);
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
