import { employerEvent, type EmployerEvent, type EmployerEventFacts } from '@accord/contracts/employer-event';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { agentInForce, inForce } from '../mandates/in-force.js';

/** Something to tell of an offer whose row is locked, or was just made. */
export interface Telling {
  readonly of: { readonly id: string; readonly holder: string };
  readonly event: EmployerEventFacts;
}

/** Where a reader of one offer's events stands. */
export interface Position {
  readonly offerId: string;
  /** The sequence it saw last. */
  readonly after: number;
  /** Under which it reads: nothing more once that is over. */
  readonly mandate?: string | undefined;
}

/** A row of `offer_event`, as far as it is told. */
export interface EventRow {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly data: unknown;
}

/** As many as one reader gets at a time. */
export const EVENTS_AT_ONCE = 100;

/** Whether a subscription is told of an event: an agent's of its own offers, and only while its mandate is in force. */
const maySee = (subscription: string, told: string): string => `
  (${subscription}.agent is null or (${subscription}.agent = ${told}.agent and ${agentInForce(subscription)}))`;

/**
 * The common table expressions that write events and what is owed of them to whom, for a statement that goes on after them.
 * `source` has offer_id, holder, agent (of an offer that the same statement makes), type, data and nth; ids are drawn in the order of nth. A queue that is there already is
 * locked: whoever is about to find it empty waits, and then finds what was added.
 */
export const tellEvents = (source: string): string => `
  told as (
    insert into offer_event (offer_id, holder, agent, type, data)
    select s.offer_id, s.holder, coalesce(s.agent, o.agent), s.type, s.data
      from ${source} s left join offer o on o.id = s.offer_id order by s.nth
    returning id, offer_id, holder, agent, type
  ), owed as (
    insert into delivery (subscription_id, event_id, offer_id, type)
    select s.id, t.id, t.offer_id, t.type
      from told t join subscription s on s.holder = t.holder
     where s.state <> 'ended' and (s.types is null or t.type = any(s.types)) and ${maySee('s', 't')}
    returning subscription_id, offer_id
  ), queued as (
    insert into delivery_queue (subscription_id, offer_id) select distinct subscription_id, offer_id from owed
    on conflict (subscription_id, offer_id) do update set due_at = delivery_queue.due_at
  )`;

/** What happened to offers, in order: written with the change itself, never changed. */
@Injectable()
export class OfferEventStore {
  constructor(private readonly db: DataSource) {}

  /** In the transaction that holds the offers' rows: so the ids of one offer follow its commits. */
  async add(tx: EntityManager, tellings: readonly Telling[]): Promise<void> {
    if (tellings.length === 0) return;
    await tx.query(
      `with ${tellEvents(
        `(select *, null::text as agent
            from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[])
                 with ordinality as happened(offer_id, holder, type, data, nth))`,
      )} select count(*) from told`,
      [
        tellings.map(({ of }) => of.id),
        tellings.map(({ of }) => of.holder),
        tellings.map(({ event }) => event.type),
        tellings.map(({ event }) => JSON.stringify(event.data)),
      ],
    );
  }

  /** What each reader has not seen, the oldest first, for many readers in one look. Index: offer_event_by_offer. */
  async after<P extends Position>(positions: readonly P[]): Promise<Map<P, EmployerEvent[]>> {
    const rows: (EventRow & { reader: string })[] = await this.db.query(
      `select r.nth - 1 as reader, e.*
         from unnest($1::uuid[], $2::bigint[], $3::uuid[]) with ordinality as r(offer_id, after, mandate, nth)
        cross join lateral (
          select * from offer_event where offer_id = r.offer_id and id > r.after
             and (r.mandate is null or exists (select from mandate m where m.id = r.mandate and ${inForce('m')}))
           order by id limit ${EVENTS_AT_ONCE}
        ) e
        order by e.id`,
      [
        positions.map(({ offerId }) => offerId),
        positions.map(({ after }) => after),
        positions.map(({ mandate }) => mandate ?? null),
      ],
    );
    const found = new Map<P, EmployerEvent[]>();
    for (const row of rows) {
      const position = positions[Number(row.reader)];
      if (position === undefined) continue;
      found.set(position, [...(found.get(position) ?? []), eventOf(row)]);
    }
    return found;
  }
}

/** As it is told. */
export const eventOf = ({ id, at, type, data }: EventRow): EmployerEvent =>
  employerEvent.parse({ type, timestamp: at.toISOString(), sequence: Number(id), data });
