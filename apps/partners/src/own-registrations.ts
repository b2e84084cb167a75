import { partnerRegistered } from '@accord/contracts/events/partner-registered';
import { addToOutbox } from '@accord/messaging/outbox';
import type { OwnedState } from '@accord/messaging/owned-state';

import { registeredOf } from './directory.js';
import { EndpointEntity } from './endpoint.entity.js';
import { PartnerEntity } from './partner.entity.js';

interface VersionRow {
  readonly key: string;
  readonly version: number;
}

/** The directory behind `partner.registry`: what the topic lost is emitted again. */
export const ownRegistrations: OwnedState = {
  contract: partnerRegistered,
  async currentVersions(db, keys) {
    const rows: VersionRow[] = await db.query(
      'select partner_id as key, version from partner where partner_id = any($1)',
      [keys],
    );
    return new Map(rows.map(({ key, version }) => [key, version]));
  },
  page: (db, after, limit): Promise<VersionRow[]> =>
    db.query(
      `select partner_id as key, version from partner where partner_id collate "C" > $1 order by partner_id collate "C" limit $2`,
      [after, limit],
    ),
  async emitAgain(tx, key) {
    const partner = await tx.findOne(PartnerEntity, { where: { id: key }, lock: { mode: 'pessimistic_write' } });
    if (partner === null) return;
    await addToOutbox(
      tx,
      partnerRegistered,
      registeredOf(partner, await tx.findOneBy(EndpointEntity, { partnerId: key })),
    );
  },
};
