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

  /** Made where an offer has its first contact now, or the first since its key was erased: what was sealed before stays shut. */
  async findOrMake(tx: EntityManager, offerIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const known = await this.find(offerIds, tx);
    const made = new Map(offerIds.filter((id) => !known.has(id)).map((id) => [id, this.vault.newKey()]));
    if (made.size === 0) return known;
    await tx.query(
      `insert into contact_key (offer_id, wrapped) select * from unnest($1::uuid[], $2::bytea[])
       on conflict (offer_id) do update set wrapped = excluded.wrapped, erased_at = null`,
      [[...made.keys()], [...made].map(([id, key]) => this.vault.wrap(id, key))],
    );
    return new Map([...known, ...made]);
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
