import { offerRevised } from '@accord/contracts/events/offer-revised';
import type { SealedOffer } from '@accord/contracts/sealed-offer';
import { addToOutbox } from '@accord/messaging/outbox';
import type { OwnedState } from '@accord/messaging/owned-state';

import { lockedOffer } from './offer.store.js';
import { revisedEventOf } from './offer-record.js';

interface KeyVersion {
  readonly key: string;
  readonly version: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** How intake finds what `offer.revisions` has lost: the last version of each offer, by its row. */
export const ownRevisions: OwnedState = {
  contract: offerRevised,

  /** Keys are read back from a topic, so they are input: what is no UUID is no offer of ours. */
  async currentVersions(db, keys) {
    const rows: KeyVersion[] = await db.query('select id as key, version from offer where id = any($1::uuid[])', [
      keys.filter((key) => UUID.test(key)),
    ]);
    return new Map(rows.map(({ key, version }) => [key, version]));
  },

  async page(db, after, limit) {
    const rows: KeyVersion[] = await db.query(
      'select id as key, version from offer where ($1::uuid is null or id > $1) order by id limit $2',
      [after === '' ? null : after, limit],
    );
    return rows;
  },

  async emitAgain(tx, key) {
    const record = await lockedOffer(tx, key);
    if (record === undefined) return;
    const rows: { offer: SealedOffer }[] = await tx.query(
      'select offer from revision where offer_id = $1 and revision = $2',
      [key, record.life.revision],
    );
    if (rows[0] === undefined) throw new Error(`offer ${key} has no text`);
    await addToOutbox(tx, offerRevised, revisedEventOf(record, rows[0].offer));
  },
};
