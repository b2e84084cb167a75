import { randomUUID } from 'node:crypto';

import { createDataSource } from '@accord/database/connect';
import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import type { ConsentConfig } from '../consent.config.js';
import type { Stop } from '../domain/stop.js';
import type { Db } from '../rows/read-rows.js';

export interface IntentScope {
  readonly kind: 'session' | 'partner' | 'holder' | 'offer';
  readonly id: string;
}

/**
 * Says, in a transaction of its own, that somebody is about to lock a row: the gate turns asks about it away, so that the lock
 * is not starved by lockers for share that join past it. Over a pool of its own: a stop never waits for a busy one, and a
 * handler that holds a connection needs no second one of the same pool.
 */
@Injectable()
export class Intents implements OnModuleInit, OnApplicationShutdown {
  private readonly db: DataSource;

  constructor(@Inject(CONFIG) config: ConsentConfig) {
    this.db = createDataSource({
      url: config.DATABASE_URL,
      poolSize: 2,
      applicationName: 'accord-consent-intents',
      statementTimeoutMs: 5_000,
    });
  }

  async onModuleInit(): Promise<void> {
    await this.db.initialize();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.db.isInitialized) await this.db.destroy();
  }

  /** Step 1 of a withdrawal: the whole stop, with its id. From here on it will be carried out, by whichever instance. */
  async declare(stop: Stop): Promise<void> {
    await this.db.query(
      `insert into stop_intent (stop_id, scope_kind, scope_id, change) values ($1, $2, $3, $4) on conflict do nothing`,
      [stop.id, stop.scope.kind, stop.scope.id, JSON.stringify(stop)],
    );
  }

  /** For a change that takes nothing away but needs the lock. Answers what `forget` is to be given in its transaction. */
  async standInLine(scopes: readonly IntentScope[]): Promise<readonly string[]> {
    const ids = scopes.map(() => randomUUID());
    await this.db.query(
      `insert into stop_intent (stop_id, scope_kind, scope_id) select * from unnest($1::uuid[], $2::text[], $3::text[])`,
      [ids, scopes.map(({ kind }) => kind), scopes.map(({ id }) => id)],
    );
    return ids;
  }

  /** Where the transaction it was said for will not come: nothing else is changed. */
  async withdraw(ids: readonly string[]): Promise<void> {
    await forgetIntents(this.db, ids);
  }
}

/** In the transaction that holds the lock, so that both end together. */
export async function forgetIntents(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.query('delete from stop_intent where stop_id = any($1::uuid[])', [ids]);
}
