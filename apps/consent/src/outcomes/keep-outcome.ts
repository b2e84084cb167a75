import type { PostingChanged } from '@accord/contracts/events/posting-changed';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

import { decideOffers } from '../decide/decide-offers.js';
import { nextVersion } from '../domain/version.js';
import { afterRemoval, type Posting } from '../domain/wanted-postings.js';
import { bigint, POSTING_COLUMNS, postingOf, postingRow } from '../rows/posting-row.js';
import { type Db, readRows } from '../rows/read-rows.js';
import { readState } from '../state/consent-state.js';
import { RowLocks } from '../stops/row-locks.js';

const touched = z.object({ offer_id: z.string() });
const decisionRow = z.object({ decision: bigint });

/** What the publisher says of a posting: a confirmed removal takes it off the list. */
@Injectable()
export class KeepOutcome {
  constructor(private readonly locks: RowLocks) {}

  async execute(tx: EntityManager, event: PostingChanged): Promise<void> {
    if (!(await keep(tx, event))) return;
    const change = changeBy(await readPosting(tx, event), event);
    if (change === 'none') return;
    // What it changes is looked at again under the offer's lock; mostly there is nothing to change, and no lock.
    await this.locks.one(tx, { kind: 'offer', id: event.offerId });
    const posting = await this.changed(tx, event);
    if (posting !== undefined) await decideOffers(tx, [event.offerId], { confirmed: [posting] });
  }

  private async changed(tx: EntityManager, event: PostingChanged): Promise<Posting | undefined> {
    const known = await readPosting(tx, event);
    switch (changeBy(known, event)) {
      case 'none':
        return undefined;
      case 'confirmed':
        return known && afterRemoval(known, { partner: event.partner, version: event.wantedVersion });
      case 'unknown-holding':
        return holdingUnknown(tx, event);
    }
  }
}

type ChangeBy = 'none' | 'confirmed' | 'unknown-holding';

function changeBy(posting: Posting | undefined, event: PostingChanged): ChangeBy {
  if (event.mayHold) return posting === undefined || posting.wanted === 'nothing' ? 'unknown-holding' : 'none';
  if (posting?.wanted !== 'remove' || event.wantedVersion < posting.version) return 'none';
  return 'confirmed';
}

/**
 * The partner may hold what no row here knows of: permitted after the backup that this database was restored from. It is to be
 * removed; if it is allowed, the decision that follows shows it again.
 */
async function holdingUnknown(tx: Db, { offerId, partner }: PostingChanged): Promise<Posting | undefined> {
  const { epoch } = await readState(tx);
  const [row] = await readRows(tx, decisionRow, 'select decision from offer where offer_id = $1', [offerId]);
  if (row === undefined) return undefined;
  const version = nextVersion(row.decision, epoch);
  return { partner, version, mayHold: true, wanted: 'remove', because: 'held-without-agreement' };
}

async function readPosting(db: Db, { offerId, partner }: PostingChanged): Promise<Posting | undefined> {
  const sql = `select ${POSTING_COLUMNS} from posting where offer_id = $1 and partner_id = $2`;
  return (await readRows(db, postingRow, sql, [offerId, partner])).map(postingOf)[0];
}

/** The highest version; false where it, or a higher one, is known. */
async function keep(tx: Db, event: PostingChanged): Promise<boolean> {
  const rows = await readRows(
    tx,
    touched,
    `insert into outcome (offer_id, partner_id, version, state, wanted_version, known_version, may_hold, since, reason,
                          public_url)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (offer_id, partner_id) do update
        set version = excluded.version, state = excluded.state, wanted_version = excluded.wanted_version,
            known_version = excluded.known_version, may_hold = excluded.may_hold, since = excluded.since,
            reason = excluded.reason, public_url = excluded.public_url
      where outcome.version < excluded.version
     returning offer_id`,
    [
      event.offerId,
      event.partner,
      event.version,
      event.state,
      event.wantedVersion,
      event.knownVersion,
      event.mayHold,
      event.since,
      event.reason ?? null,
      event.publicUrl ?? null,
    ],
  );
  return rows.length > 0;
}

/** The publisher forgot the posting: nothing of it is there. */
export const forgetOutcome = (tx: Db, offerId: string, partner: string): Promise<unknown> =>
  tx.query('delete from outcome where offer_id = $1 and partner_id = $2', [offerId, partner]);
