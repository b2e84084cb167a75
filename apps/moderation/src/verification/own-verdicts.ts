import { offerRevised } from '@accord/contracts/events/offer-revised';
import { offerVerified, type OfferVerified } from '@accord/contracts/events/offer-verified';
import type { KnownKeys } from '@accord/messaging/messaging-options';
import { addErasureToOutbox, addToOutbox } from '@accord/messaging/outbox';
import type { OwnedState } from '@accord/messaging/owned-state';

interface KeyVersion {
  readonly key: string;
  readonly version: number;
}

/** Keys are read back from a topic, so they are input: what is no UUID is no key of ours. */
const uuids = (keys: readonly string[]): string[] => keys.filter((key) => /^[0-9a-f-]{36}$/.test(key));

/** How moderation finds what `moderation.verdicts` has lost: the last word on each offer, by its row. */
export const ownVerdicts: OwnedState = {
  contract: offerVerified,

  async currentVersions(db, keys) {
    const rows: KeyVersion[] = await db.query(
      `select offer_id as key, verdict_version as version from verification
        where offer_id = any ($1::uuid[]) and verdict_version > 0`,
      [uuids(keys)],
    );
    return new Map(rows.map(({ key, version }) => [key, version]));
  },

  page: async (db, after, limit) => {
    const rows: KeyVersion[] = await db.query(
      `select offer_id as key, verdict_version as version from verification
        where ($1::uuid is null or offer_id > $1) and verdict_version > 0 order by offer_id limit $2`,
      [after === '' ? null : after, limit],
    );
    return rows;
  },

  async emitAgain(tx, key) {
    const [row]: (KeyVersion & { erased: boolean })[] = await tx.query(
      `select offer_id as key, verdict_version as version, offer is null as erased from verification
        where offer_id = $1 for update`,
      [key],
    );
    if (row === undefined || row.version === 0) return;
    if (row.erased) return addErasureToOutbox(tx, offerVerified, key, row.version);
    const [word]: (Omit<OfferVerified, 'approvedRevision'> & { approvedRevision: number | null })[] = await tx.query(
      `select offer_id as "offerId", version, revision, verdict, take_down as "takeDown", findings,
         policy_version as "policyVersion", decided_by as "decidedBy",
         to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt",
         approved_revision as "approvedRevision"
         from verdict where offer_id = $1 and version = $2`,
      [key, row.version],
    );
    if (word === undefined) return;
    const { approvedRevision, ...said } = word;
    await addToOutbox(tx, offerVerified, { ...said, ...(approvedRevision !== null && { approvedRevision }) });
  },
};

/** The offers this service holds: those that intake's topic no longer has when it is read anew are erased. */
export const knownOffers: KnownKeys = {
  contract: offerRevised,
  page: async (tx, after, limit) => {
    const rows: KeyVersion[] = await tx.query(
      `select offer_id as key, offer_version as version from verification
        where ($1::uuid is null or offer_id > $1) and offer is not null order by offer_id limit $2`,
      [after === '' ? null : after, limit],
    );
    return rows;
  },
};
