import { Migration, revokeFromApp } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class ContactKeys1764000000002 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(contactKeys);
    await db.query(yearlyPartitions);
    // A record of who saw what is not for the one who looked to change.
    await revokeFromApp(db, 'update, delete, truncate on contact_key_use');
  }
}

const contactKeys = `
  -- An offer's own key, itself encrypted under CONTACT_VAULT_KEY. Erasing forgets it: every box sealed with it is then noise.
  create table contact_key (
    offer_id   uuid primary key,
    wrapped    bytea,
    created_at timestamptz not null default now(),
    erased_at  timestamptz,
    check ((wrapped is null) = (erased_at is not null))
  );

  -- Which service asked for which keys, and what for.
  create table contact_key_use (
    used_at timestamptz not null default clock_timestamp(),
    service text not null,
    purpose text not null,
    key_ids text[] not null
  ) partition by range (used_at);
`;

/** A log is dropped by the year; what lies outside the years made ahead goes to the default partition. */
const yearlyPartitions = `
  do $$
  begin
    for year in 2025..2040 loop
      execute format(
        'create table contact_key_use_%s partition of contact_key_use for values from (%L) to (%L)',
        year, make_date(year, 1, 1), make_date(year + 1, 1, 1));
    end loop;
  end $$;
  create table contact_key_use_other partition of contact_key_use default;
`;
