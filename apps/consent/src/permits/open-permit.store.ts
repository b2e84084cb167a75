import type { LedgerLeaf } from '@accord/contracts/events/ledger-appended';
import { z } from 'zod';

import type { OpenFailure, OpenPermit } from '../domain/gate-statements.js';
import { appendLeaf } from '../ledger/append-leaf.js';
import { type Db, readRows } from '../rows/read-rows.js';

const permitted = z.object({ permit: z.string() });
const attempted = z.object({ attempt: z.string() });

/**
 * Opens permits: the row, its attempt's id, the mark that the partner may hold the offer, and the ledger's leaf. The primary
 * key of open_permit lets one request be under way for each posting; that of attempt_seen lets an id be used once, and makes
 * an ask and a closing of the same id wait for each other.
 */
export async function openPermits(
  tx: Db,
  permits: readonly OpenPermit[],
  at: Date,
): Promise<ReadonlyMap<string, OpenFailure>> {
  const failures = new Map<string, OpenFailure>();
  const inserted = await insertOpen(tx, permits, at);
  for (const { permit } of permits) if (!inserted.has(permit)) failures.set(permit, 'in-flight');
  const fresh = await insertSeen(tx, [...inserted]);
  const closed = [...inserted].filter((permit) => !fresh.has(permit));
  if (closed.length > 0) {
    await tx.query('delete from open_permit where permit = any($1::uuid[])', [closed]);
    for (const permit of closed) failures.set(permit, 'closed');
  }
  await tellShows(
    tx,
    permits.filter(({ permit }) => fresh.has(permit)),
  );
  return failures;
}

async function insertOpen(tx: Db, permits: readonly OpenPermit[], at: Date): Promise<Set<string>> {
  const shows = permits.map(({ content }) => (content.kind === 'show' ? content : undefined));
  const rows = await readRows(
    tx,
    permitted,
    `insert into open_permit (offer_id, partner_id, permit, session_id, holder_id, kind, version, revision, digest, agreement,
                              contacts, opened_at)
     select a.offer_id, a.partner_id, a.permit, $4::uuid, o.holder_id, a.kind, a.version, a.revision, a.digest, a.agreement,
            a.contacts, $11::timestamptz
       from unnest($1::uuid[], $2::text[], $3::uuid[], $5::text[], $6::bigint[], $7::int[], $8::text[], $9::uuid[], $10::bool[])
            as a (offer_id, partner_id, permit, kind, version, revision, digest, agreement, contacts)
       join offer o using (offer_id)
      order by a.offer_id, a.partner_id
     on conflict do nothing returning permit`,
    [
      permits.map(({ offerId }) => offerId),
      permits.map(({ partner }) => partner),
      permits.map(({ permit }) => permit),
      permits[0]?.session,
      permits.map(({ content }) => content.kind),
      permits.map(({ version }) => version),
      shows.map((show) => show?.revision ?? null),
      shows.map((show) => show?.digest ?? null),
      shows.map((show) => show?.agreement ?? null),
      shows.map((show) => show?.contacts ?? null),
      at,
    ],
  );
  return new Set(rows.map(({ permit }) => permit));
}

async function insertSeen(tx: Db, attempts: readonly string[]): Promise<Set<string>> {
  const rows = await readRows(
    tx,
    attempted,
    `insert into attempt_seen (attempt) select unnest($1::uuid[]) on conflict do nothing returning attempt`,
    [attempts],
  );
  return new Set(rows.map(({ attempt }) => attempt));
}

/** From now on the partner may hold the offer: it stays listed until its removal is confirmed. */
async function tellShows(tx: Db, permits: readonly OpenPermit[]): Promise<void> {
  const shows = permits.flatMap((permit) => (permit.content.kind === 'show' ? [{ ...permit, ...permit.content }] : []));
  if (shows.length === 0) return;
  await tx.query(
    `update posting p set may_hold = true
       from unnest($1::uuid[], $2::text[]) as shown (offer_id, partner_id)
      where p.offer_id = shown.offer_id and p.partner_id = shown.partner_id and not p.may_hold`,
    [shows.map(({ offerId }) => offerId), shows.map(({ partner }) => partner)],
  );
  const leaf: LedgerLeaf = {
    kind: 'permits',
    permits: shows.map(({ permit, offerId, partner, version, revision, digest, agreement }) => ({
      permit,
      offer: offerId,
      partner,
      version,
      revision,
      digest,
      agreement,
    })),
  };
  await appendLeaf(tx, leaf);
}
