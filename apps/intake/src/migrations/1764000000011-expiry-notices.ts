import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class ExpiryNotices1764000000011 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(notices);
    await db.query(offersOnShow);
    await db.query(closing);
  }
}

const notices = `
  -- The last day of the text on show; a later text's may be another one, and is not verified yet.
  alter table offer add column shown_closes_on text;
  -- How many days before that day its employer was last told.
  alter table offer add column notice_told smallint;
  -- When to look next; null: nothing more to tell.
  alter table offer add column notice_due_at timestamptz;
  -- claim(): what is due and on show, the longest due first. What is suspended keeps its time, and is found again.
  create index offer_by_notice on offer (notice_due_at) where state = 'published' and notice_due_at is not null;
`;

/** What is on show already. An instant's day in UTC is never after that in Paris: looked at early, it gets its own time. */
const offersOnShow = `
  update offer set shown_closes_on = shown.closes_on,
         notice_due_at = (left(shown.closes_on, 10)::date - 7)::timestamp at time zone 'Europe/Paris'
    from (select o.id, r.offer->>'closesOn' as closes_on
            from offer o join revision r on r.offer_id = o.id and r.revision = (o.publication->>'shownRevision')::int
           where o.state = 'published') as shown
   where offer.id = shown.id;
`;

const closing = `
  -- The first instant no longer on show, as libs/contracts/src/show-dates.ts has it. Immutable in earnest: both forms are ISO
  -- 8601, an instant in UTC, so that no setting of a session changes what they mean.
  create function closing_at(closes_on text) returns timestamptz
    language sql immutable strict parallel safe
    return case when length(closes_on) = 10 then (closes_on::date + 1)::timestamp at time zone 'Europe/Paris'
                else closes_on::timestamptz end;
  -- list(): an employer's offers of one state that end before some day.
  create index offer_by_closing on offer (holder, state, closing_at(closes_on));
`;
