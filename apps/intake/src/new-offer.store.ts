import { offerRevised } from '@accord/contracts/events/offer-revised';
import type { Finding } from '@accord/contracts/finding';
import type { SealedOffer } from '@accord/contracts/sealed-offer';
import { keptPlan } from '@accord/database/statement-names';
import { preparedEvents, type PreparedEvent } from '@accord/messaging/outbox';
import { eventsCommitted } from '@accord/messaging/outbox-wake';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { textEvent } from './domain/offer-events.js';
import { stateOf } from './domain/offer-life.js';
import type { Employer } from './employer.js';
import { tellEvents } from './events/offer-event.store.js';
import { holdMandate } from './mandates/hold-mandate.js';
import { OfferStore } from './offer.store.js';
import { type OfferRecord, revisedEventOf } from './offer-record.js';
import { referenceTaken, violates } from './refusals.js';

export interface NewOffer {
  readonly record: OfferRecord;
  readonly offer: SealedOffer;
  readonly findings: readonly Finding[];
  /** The offer's own key, encrypted; absent where it has no contact. */
  readonly wrappedKey?: Buffer;
  /** The SIREN of who wrote it. */
  readonly by: string;
  /** What the same request is to be answered if it comes again. */
  readonly request?: {
    readonly scope: string;
    readonly key: string;
    readonly digest: Buffer;
    readonly answer: unknown;
  };
}

/**
 * Writes offers with their first text, key, event and remembered answer, in one statement however many they are: it is the hot
 * path, and each round trip more would cost as much again.
 */
@Injectable()
export class NewOfferStore {
  constructor(
    private readonly db: DataSource,
    private readonly offers: OfferStore,
  ) {}

  /**
   * Answers whether it was written: not where its Idempotency-Key is used already. A concurrent request with the same key
   * waits at that key's row until the first one is decided.
   * @throws Problem reference-taken, mandate-required
   */
  async store(employer: Employer, offer: NewOffer): Promise<boolean> {
    try {
      const stored = await this.insertHolding(employer, offer);
      if (stored) eventsCommitted(this.db);
      return stored;
    } catch (error) {
      if (!violates(error, 'offer_reference_key')) throw error;
      throw referenceTaken(await this.offers.referenceTaken(employer, offer.record.reference));
    }
  }

  /** Under a mandate, the statement needs a transaction around it that keeps the mandate from ending. */
  private insertHolding(employer: Employer, offer: NewOffer): Promise<boolean> {
    if (employer.mandate === undefined) return this.insert(this.db, [offer]);
    return this.db.transaction(async (tx) => {
      await holdMandate(tx, employer);
      return this.insert(tx, [offer]);
    });
  }

  /**
   * In one statement, which is a transaction of its own outside another; the relay is to be woken once it is committed.
   * @throws unique_violation (offer_reference_key)
   */
  async insert(to: Pick<EntityManager, 'query'>, offers: readonly NewOffer[]): Promise<boolean> {
    const events = preparedEvents(
      offerRevised,
      offers.map(({ record, offer }) => revisedEventOf(record, offer)),
    );
    const rows: unknown[] = await to.query(insert, [
      ...columns.map(([, value]) => offers.map(value)),
      ...eventColumns.map(([, value]) => events.map(value)),
    ]);
    return rows.length === offers.length;
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
  ['mandate jsonb', ({ record: { mandate } }) => (mandate === undefined ? null : JSON.stringify(mandate))],
  ['request_scope text', ({ request }) => request?.scope ?? null],
  ['request_key text', ({ request }) => request?.key ?? null],
  ['request_digest bytea', ({ request }) => request?.digest ?? null],
  ['answer jsonb', ({ request }) => (request === undefined ? null : JSON.stringify(request.answer))],
  ['told jsonb', (offer) => JSON.stringify(submittedEvent(offer).data)],
];

const submittedEvent = ({ record, by, findings }: NewOffer) => textEvent('offer.submitted', record, { by, findings });

const eventColumns: readonly (readonly [column: string, value: (event: PreparedEvent) => unknown])[] = [
  ['topic text', ({ topic }) => topic],
  ['event_key bytea', ({ key }) => key],
  ['event bytea', ({ value }) => value],
  ['headers jsonb', ({ headers }) => JSON.stringify(headers)],
  ['size int', ({ size }) => size],
];

const sent = [...columns, ...eventColumns].map(([column]) => column.split(' '));

const insert = keptPlan(`
  with sent as (
    select * from unnest(${sent.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})
      as sent(${sent.map(([name]) => name).join(', ')})
  ), claimed as (
    insert into idempotency_key (holder, key, request_digest, answer)
    select request_scope, request_key, request_digest, answer from sent where request_key is not null
    on conflict do nothing
    returning key
  ), fresh as (
    select * from sent where request_key is null or request_key in (select key from claimed)
  ), written as (
    insert into offer (id, holder, reference, title, version, revision, intent, verification, publication, state, closes_on,
                       draft_digest, created_at, submitted_at, changed_at, mandate)
    select id, holder, reference, title, 1, 1, 'show', verification, publication, state, closes_on,
           draft_digest, created_at, created_at, created_at, mandate from fresh
  ), texts as (
    insert into revision (offer_id, revision, offer, findings, submitted_at)
    select id, 1, offer, findings, created_at from fresh
  ), keys as (
    insert into contact_key (offer_id, wrapped) select id, wrapped from fresh where wrapped is not null
  ), events as (
    insert into outbox (topic, key, value, headers, size) select topic, event_key, event, headers, size from fresh
  ), ${tellEvents(`(select id as offer_id, holder, mandate ->> 'holderSiren' as agent, 'offer.submitted' as type, told as data, 1 as nth from fresh)`)}
  select id from fresh`);
