import { type PartnerRegistered, partnerRegistered } from '@accord/contracts/events/partner-registered';
import type { StopCall } from '@accord/contracts/internal/stops';
import { addToOutbox } from '@accord/messaging/outbox';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { whatTakesAway } from './domain/registration.js';
import { EndpointEntity } from './endpoint.entity.js';
import { PartnerEntity } from './partner.entity.js';
import { StopCallStore } from './stop-call.store.js';

/** A partner under its row's lock, with its endpoint. */
export interface LockedPartner {
  readonly partner: PartnerEntity;
  readonly endpoint: EndpointEntity | null;
}

/** Who changes the directory, and what, for its history. */
export interface Change {
  readonly actor: string;
  readonly what: string;
}

const FIRST = { version: 1, halted: false, termsVersion: 0, termsMaterial: 0 };
type NewRow = Omit<PartnerEntity, keyof typeof FIRST | 'changedAt'>;

/** The one way the directory changes: the row, its history, the registry's event and the stop it may need, in one transaction. */
@Injectable()
export class Directory {
  constructor(
    private readonly db: DataSource,
    private readonly stops: StopCallStore,
  ) {}

  /**
   * Changes a partner; answers it as the registry tells it, and the stop that consent must hear of.
   * @throws Problem not-found
   */
  change(
    id: string,
    { actor, what }: Change,
    apply: (tx: EntityManager, locked: LockedPartner) => Promise<void> | void,
  ): Promise<{ readonly registered: PartnerRegistered; readonly stop?: StopCall }> {
    return this.db.transaction(async (tx) => {
      const partner = await tx.findOne(PartnerEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (partner === null) throw new Problem('not-found', 'There is no partner with this id.');
      const endpoint = await tx.findOneBy(EndpointEntity, { partnerId: id });
      const before = registeredOf(partner, endpoint);
      await apply(tx, { partner, endpoint });
      partner.version += 1;
      partner.changedAt = new Date();
      await tx.save(PartnerEntity, partner);
      const registered = registeredOf(partner, await tx.findOneBy(EndpointEntity, { partnerId: id }));
      const because = whatTakesAway(before, registered);
      const stop: StopCall | undefined =
        because === undefined ? undefined : { kind: 'partner', stop: uuid(), partner: registered, because };
      if (stop !== undefined) await this.stops.add(tx, id, stop);
      await tx.query('insert into directory_change (partner_id, version, what, actor) values ($1, $2, $3, $4)', [
        id,
        partner.version,
        what,
        actor,
      ]);
      await addToOutbox(tx, partnerRegistered, registered);
      return { registered, ...(stop !== undefined && { stop }) };
    });
  }

  /** @throws Problem conflict */
  add(partner: NewRow, actor: string): Promise<PartnerRegistered> {
    return this.db.transaction(async (tx) => {
      const row = { ...partner, ...FIRST, changedAt: new Date() };
      const taken = await tx.existsBy(PartnerEntity, { id: row.id });
      if (taken) throw new Problem('conflict', 'A partner has this id already: ids are never given twice.');
      await tx.insert(PartnerEntity, row);
      await tx.query('insert into directory_change (partner_id, version, what, actor) values ($1, 1, $2, $3)', [
        row.id,
        'added',
        actor,
      ]);
      const registered = registeredOf(row, null);
      await addToOutbox(tx, partnerRegistered, registered);
      return registered;
    });
  }

  /** @throws Problem not-found */
  async find(id: string): Promise<LockedPartner> {
    const partner = await this.db.getRepository(PartnerEntity).findOneBy({ id });
    if (partner === null) throw new Problem('not-found', 'There is no partner with this id.');
    return { partner, endpoint: await this.db.getRepository(EndpointEntity).findOneBy({ partnerId: id }) };
  }

  list(): Promise<PartnerEntity[]> {
    return this.db.getRepository(PartnerEntity).find({ order: { id: 'ASC' } });
  }
}

/** A partner as its event tells it. */
export const registeredOf = (partner: PartnerEntity, endpoint: EndpointEntity | null): PartnerRegistered => ({
  partner: partner.id,
  version: partner.version,
  name: partner.name,
  ...(partner.website !== null && { website: partner.website }),
  roles: partner.roles,
  category: partner.category,
  status: partner.status,
  conditions: partner.confirmed,
  ...(partner.termsVersion > 0 && { terms: { version: partner.termsVersion, material: partner.termsMaterial } }),
  endpoint: endpoint && {
    id: endpoint.id,
    url: endpoint.url,
    format: endpoint.format,
    signing: endpoint.signing,
    secretsVersion: endpoint.secretsVersion,
    paused: endpoint.paused,
  },
  limits: { concurrency: partner.concurrency, ratePerSecond: partner.ratePerSecond },
  changedAt: partner.changedAt.toISOString(),
});
