import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

import { searchFunctions } from './search-functions.js';

/** The index of search: one inverted index over words and codes alike, and the walks through it (docs/search.md). */
export class SearchTerms1764100000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(columns);
    await db.query(filter);
    for (const made of searchFunctions) await db.query(made);
  }
}

/** The functions as they are today, where an earlier form of them was made. */
export class SearchFunctions1764100000001 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query('drop function if exists ad_keys(ad_filter, tsquery, tsquery)');
    for (const made of searchFunctions) await db.query(made);
  }
}

/** Windows that hold a number of ads, instead of a length of time. */
export class SearchWindows1764100000003 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function if exists best_ads(ad_filter, tsquery[], tsquery, integer, timestamptz, uuid, integer, integer, interval);
      drop function if exists newest_ads(ad_filter, tsquery[], integer, timestamptz, uuid, integer, integer, interval);
      drop function if exists some_ads(ad_filter, tsquery, integer, integer, interval);
      drop function if exists ad_next_level(integer, integer, integer, interval);
      drop function if exists ad_block(integer, bigint);
    `);
    for (const made of searchFunctions) await db.query(made);
  }
}

const columns = `
  alter table ad
    -- Words and codes of the ad (domain/terms.ts), and its blocks of time; null once gone, and until it is indexed.
    add column terms        tsvector,
    add column facets       text[],
    add column pay_per_hour integer,
    add column lat          real,
    add column lon          real,
    add column more_places  real[],
    -- Of the code that indexed it: lower than today's, and it is indexed again in the background (index-again.ts).
    add column indexed_as   smallint not null default 0;
  -- The view and the terms of an ad are long and read for 20 of them: they stay out of the rows, so that the rows of a
  -- million ads are 260 MB instead of 3 GB, and a thousand matches are a thousand pages at most of it.
  alter table ad set (toast_tuple_target = 128);
  alter table ad alter column facets set storage main, alter column more_places set storage main;
  -- Every search: words, codes, cells and blocks of time meet in here. Without the pending list of new
  -- entries, which each search would have to read whole.
  create index ad_terms on ad using gin (terms) with (fastupdate = off) where shown;
  -- indexAgain(): ads that an older version indexed.
  create index ad_indexed_as on ad (indexed_as) where shown;
  drop index ad_words;
  drop index ad_occupation;
  drop table ad_place;
  alter table ad drop column words, drop column occupation, drop column contract_type;
`;

const filter = `
  -- What a search asks beside its words.
  create type ad_filter as (
    codes     tsquery,
    place     tsquery,
    excluded  tsquery,
    least_pay integer,
    lat       float8,
    lon       float8,
    radius    float8,
    since     timestamptz
  );
`;
