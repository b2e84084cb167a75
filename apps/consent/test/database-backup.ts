import type { ServiceHarness } from '@accord/testing/service-harness';

type Admin = Pick<ServiceHarness, 'adminQuery'>;

/** A copy of everything that a service's schema holds, sequences included: what a restore from a backup brings back. */
export class DatabaseBackup {
  private constructor(
    private readonly admin: Admin,
    private readonly schema: string,
  ) {}

  static async take(admin: Admin, schema: string): Promise<DatabaseBackup> {
    await admin.adminQuery(`
      do $$ declare t text; begin
        create schema "${schema}_backup";
        create table "${schema}_backup".sequences as
          select sequencename, last_value from pg_sequences where schemaname = '${schema}';
        for t in ${tablesOf(schema)} loop
          execute format('create table "${schema}_backup".%1$I as table "${schema}".%1$I', t);
        end loop;
      end $$`);
    return new DatabaseBackup(admin, schema);
  }

  /** The service is stopped. */
  async restore(): Promise<void> {
    const { schema } = this;
    await this.admin.adminQuery(`
      do $$ declare t text; s record; begin
        -- References between the tables are as they were, whatever the order.
        set local session_replication_role = replica;
        for t in ${tablesOf(schema)} loop
          execute format('delete from "${schema}".%1$I', t);
          execute format('insert into "${schema}".%1$I overriding system value table "${schema}_backup".%1$I', t);
        end loop;
        for s in select * from "${schema}_backup".sequences loop
          perform setval(format('"${schema}".%I', s.sequencename), coalesce(s.last_value, 1), s.last_value is not null);
        end loop;
      end $$`);
  }

  async drop(): Promise<void> {
    await this.admin.adminQuery(`drop schema if exists "${this.schema}_backup" cascade`);
  }
}

const tablesOf = (schema: string): string =>
  `select relname from pg_class where relnamespace = '"${schema}"'::regnamespace and relkind in ('r', 'p') and not relispartition`;
