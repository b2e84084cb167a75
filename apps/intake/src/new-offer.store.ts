import { offerRevised } from '@accord/contracts/events/offer-revised';
import type { Finding } from '@accord/contracts/finding';
import type { SealedOffer } from '@accord/contracts/sealed-offer';
import { addAllToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { stateOf } from './domain/offer-life.js';
import { OfferStore } from './offer.store.js';
import { type OfferRecord, revisedEventOf } from './offer-record.js';
import { referenceTaken, violates } from './refusals.js';

export interface NewOffer {
  readonly record: OfferRecord;
  readonly offer: SealedOffer;
  readonly findings: readonly Finding[];
  /** The offer's own key, encrypted; absent where it has no contact. */
  readonly wrappedKey?: Buffer;
  /** What the same request is to be answered if it comes again. */
  readonly request?: { readonly key: string; readonly digest: Buffer; readonly answer: unknown };
}

/** Writes offers with their first text and their event, in one statement however many they are: a row each by `save` costs five times as much. */
@Injectable()
export class NewOfferStore {
  constructor(
    private readonly db: DataSource,
    private readonly offers: OfferStore,
  ) {}

  /**
   * Answers whether it was written: not where its Idempotency-Key is used already. A concurrent request with the same key
   * waits at that key's row until the first one is decided.
   * @throws Problem reference-taken
   */
  async store(offer: NewOffer): Promise<boolean> {
    try {
      return await this.db.transaction((tx) => this.insert(tx, [offer]));
    } catch (error) {
      if (!violates(error, 'offer_reference_key')) throw error;
      throw referenceTaken(await this.offers.referenceTaken(offer.record.holder, offer.record.reference));
    }
  }

  /** @throws unique_violation (offer_reference_key) */
  async insert(tx: EntityManager, offers: readonly NewOffer[]): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      insert,
      columns.map(([, value]) => offers.map(value)),
    );
    if (rows.length !== offers.length) return false;
    await addAllToOutbox(
      tx,
      offerRevised,
      offers.map(({ record, offer }) => revisedEventOf(record, offer)),
    );
    return true;
  }
}

const columns: readonly (readonly [column: string, value: (offer: NewOffer) => unknown])[] = [
  ['id uuid', ({ record }) => record.id],
  ['holder text', ({ record }) => record.holder],
  ['reference text', ({ record }) => record.reference],
  ['title text', ({ record }) => record.title],
  ['verification jsonb', ({ record }) => JSON.stringify(record.life.verification)],
  ['publication jsonb', ({ record }) => JSON.stringify(record.life.publication)],
  ['state text', ({ record }) => stateOf(record.life)],
  ['closes_on text', ({ record }) => record.closesOn],
  ['draft_digest bytea', ({ record }) => record.draftDigest],
  ['created_at timestamptz', ({ record }) => record.createdAt],
  ['offer jsonb', ({ offer }) => JSON.stringify(offer)],
  ['findings jsonb', ({ findings }) => JSON.stringify(findings)],
  ['wrapped bytea', ({ wrappedKey }) => wrappedKey ?? null],
  ['request_key text', ({ request }) => request?.key ?? null],
  ['request_digest bytea', ({ request }) => request?.digest ?? null],
  ['answer jsonb', ({ request }) => (request === undefined ? null : JSON.stringify(request.answer))],
];

const insert = `
  with sent as (
    select * from unnest(${columns.map(([column], at) => `$${at + 1}::${column.split(' ')[1]}[]`).join(', ')})
      as sent(${columns.map(([column]) => column.split(' ')[0]).join(', ')})
  ), claimed as (
    insert into idempotency_key (holder, key, request_digest, answer)
    select holder, request_key, request_digest, answer from sent where request_key is not null
    on conflict do nothing
    returning key
  ), fresh as (
    select * from sent where request_key is null or request_key in (select key from claimed)
  ), written as (
    insert into offer (id, holder, reference, title, version, revision, intent, verification, publication, state, closes_on,
                       draft_digest, created_at, submitted_at, changed_at)
    select id, holder, reference, title, 1, 1, 'show', verification, publication, state, closes_on,
           draft_digest, created_at, created_at, created_at from fresh
  ), texts as (
    insert into revision (offer_id, revision, offer, findings, submitted_at)
    select id, 1, offer, findings, created_at from fresh
  ), keys as (
    insert into contact_key (offer_id, wrapped) select id, wrapped from fresh where wrapped is not null
  )
  select id from fresh`;
