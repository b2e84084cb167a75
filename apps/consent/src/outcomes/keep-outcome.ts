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

const touched = z.object({ offer_id: z.string(), partner_id: z.string() });
const decisionRow = z.object({ decision: bigint });

/** What the publisher says of postings: a confirmed removal takes one off the list. */
@Injectable()
export class KeepOutcome {
  constructor(private readonly locks: RowLocks) {}

  /** Events of different postings. */
  async execute(tx: EntityManager, events: readonly PostingChanged[]): Promise<void> {
    const kept = await keepAll(tx, events);
    const news = events.filter((event) => kept.has(keyOf(event)));
    if (news.length === 0) return;
    const postings = await readPostings(tx, news);
    // What they change is looked at again under the offers' locks; mostly there is nothing to change, and no lock.
    for (const event of news) {
      if (changeBy(postings.get(keyOf(event)), event) === 'none') continue;
      await this.locks.one(tx, { kind: 'offer', id: event.offerId });
      const posting = await this.changed(tx, event);
      if (posting !== undefined) await decideOffers(tx, [event.offerId], { confirmed: [posting] });
    }
  }

  private async changed(tx: EntityManager, event: PostingChanged): Promise<Posting | undefined> {
    const known = (await readPostings(tx, [event])).get(keyOf(event));
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

type Pair = Pick<PostingChanged, 'offerId' | 'partner'>;
const keyOf = ({ offerId, partner }: Pair): string => `${offerId}:${partner}`;

async function readPostings(db: Db, pairs: readonly Pair[]): Promise<ReadonlyMap<string, Posting>> {
  const rows = await readRows(
    db,
    postingRow,
    `select ${POSTING_COLUMNS}
       from posting join unnest($1::uuid[], $2::text[]) as named (offer_id, partner_id) using (offer_id, partner_id)`,
    [pairs.map(({ offerId }) => offerId), pairs.map(({ partner }) => partner)],
  );
  return new Map(rows.map((row) => [keyOf({ offerId: row.offer_id, partner: row.partner_id }), postingOf(row)]));
}

/** The highest version of each. Answers those of which neither it nor a higher one was known. */
async function keepAll(tx: Db, events: readonly PostingChanged[]): Promise<ReadonlySet<string>> {
  const rows = await readRows(
    tx,
    touched,
    `insert into outcome (offer_id, partner_id, version, state, wanted_version, known_version, may_hold, since, reason,
                          public_url)
     select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::boolean[],
                          $8::timestamptz[], $9::text[], $10::text[])
     on conflict (offer_id, partner_id) do update
        set version = excluded.version, state = excluded.state, wanted_version = excluded.wanted_version,
            known_version = excluded.known_version, may_hold = excluded.may_hold, since = excluded.since,
            reason = excluded.reason, public_url = excluded.public_url
      where outcome.version < excluded.version
     returning offer_id, partner_id`,
    [
      events.map(({ offerId }) => offerId),
      events.map(({ partner }) => partner),
      events.map(({ version }) => version),
      events.map(({ state }) => state),
      events.map(({ wantedVersion }) => wantedVersion),
      events.map(({ knownVersion }) => knownVersion),
      events.map(({ mayHold }) => mayHold),
      events.map(({ since }) => since),
      events.map(({ reason }) => reason ?? null),
      events.map(({ publicUrl }) => publicUrl ?? null),
    ],
  );
  return new Set(rows.map((row) => keyOf({ offerId: row.offer_id, partner: row.partner_id })));
}

/** The publisher forgot the posting: nothing of it is there. */
export const forgetOutcome = (tx: Db, offerId: string, partner: string): Promise<unknown> =>
  tx.query('delete from outcome where offer_id = $1 and partner_id = $2', [offerId, partner]);
