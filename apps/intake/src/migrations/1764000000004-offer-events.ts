import { Migration, revokeFromApp } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class OfferEvents1764000000004 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(offerEvents);
    await revokeFromApp(db, 'update, delete, truncate on offer_event');
  }
}

const offerEvents = `
  -- What happened to each offer, as its employer's software is told. Written by whoever holds the offer's row, so that the ids
  -- of one offer follow the commits: who has read up to one has missed none below it. As long-lived as the offer's texts.
  create table offer_event (
    id       bigint generated always as identity primary key,
    offer_id uuid not null references offer,
    holder   text not null,
    at       timestamptz not null default clock_timestamp(),
    type     text not null,
    -- libs/contracts/src/employer-event.ts: no text of the offer, nothing of a person.
    data     jsonb not null
  );
  -- after(): what an offer's stream has not seen.
  create index offer_event_by_offer on offer_event (offer_id, id);
`;
