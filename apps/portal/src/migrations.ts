import { Migration } from '@accord/database/migration';
import { messagingMigrations } from '@accord/messaging/migrations';
import type { QueryRunner } from 'typeorm';

import {
  SearchFunctions1764100000001,
  SearchTerms1764100000000,
  SearchWindows1764100000003,
} from './migrations/search-terms.js';

class Ads1764000000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table ad (
        offer_id      uuid primary key,
        version       bigint not null,
        shown         boolean not null,
        -- Null while it was never on show: then nobody may learn that it exists.
        published_at  timestamptz,
        gone_at       timestamptz,
        gone_because  text,
        -- The showable view, contacts sealed; null once gone.
        view          jsonb,
        occupation    text,
        contract_type text,
        words         tsvector,
        check (not shown or (view is not null and published_at is not null))
      );
      -- GET /v1/ads without words: newest first, each page begins after the last ad of the one before.
      create index ad_newest on ad (published_at desc, offer_id desc) where shown;
      -- … with an occupation: the same, within it.
      create index ad_occupation on ad (occupation, published_at desc, offer_id desc) where shown;
      -- … with words.
      create index ad_words on ad using gin (words) where shown;

      create table ad_place (
        offer_id   uuid not null references ad on delete cascade,
        commune    text not null,
        department text not null,
        lat        double precision,
        lon        double precision
      );
      create index ad_place_offer on ad_place (offer_id);
      -- … in a commune, or within a radius: the box around the circle first.
      create index ad_place_commune on ad_place (commune, offer_id);
      create index ad_place_box on ad_place (lat, lon) include (offer_id);
    `);
  }
}

export const migrations = [
  ...messagingMigrations,
  Ads1764000000000,
  SearchTerms1764100000000,
  SearchFunctions1764100000001,
  SearchWindows1764100000003,
];
