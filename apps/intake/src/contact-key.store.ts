import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { ContactVault } from './contact-vault.js';

/** The offers' own keys. They leave the database encrypted, and are opened here alone. */
@Injectable()
export class ContactKeyStore {
  constructor(
    private readonly db: DataSource,
    private readonly vault: ContactVault,
  ) {}

  /** Absent where an offer never had a contact, or its key was erased. */
  async find(
    offerIds: readonly string[],
    from: Pick<EntityManager, 'query'> = this.db,
  ): Promise<ReadonlyMap<string, Buffer>> {
    if (offerIds.length === 0) return new Map();
    const rows: { offer_id: string; wrapped: Buffer }[] = await from.query(
      'select offer_id, wrapped from contact_key where offer_id = any($1) and wrapped is not null',
      [offerIds],
    );
    return new Map(rows.map(({ offer_id: id, wrapped }) => [id, this.vault.unwrap(id, wrapped)]));
  }

  async add(tx: EntityManager, keys: ReadonlyMap<string, Buffer>): Promise<void> {
    if (keys.size === 0) return;
    await tx.query(`insert into contact_key (offer_id, wrapped) select * from unnest($1::uuid[], $2::bytea[])`, [
      [...keys.keys()],
      [...keys].map(([id, key]) => this.vault.wrap(id, key)),
    ]);
  }

  /** Who looked is written before anything is shown, and committed with the read. */
  async handOut(offerIds: readonly string[], use: KeyUse): Promise<ReadonlyMap<string, Buffer>> {
    return this.db.transaction(async (tx) => {
      await tx.query('insert into contact_key_use (service, purpose, key_ids) values ($1, $2, $3)', [
        use.service,
        use.purpose,
        use.keyIds,
      ]);
      return this.find(offerIds, tx);
    });
  }
}

export interface KeyUse {
  readonly service: string;
  readonly purpose: string;
  readonly keyIds: readonly string[];
}
