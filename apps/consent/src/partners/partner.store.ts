import type { PartnerRegistered } from '@accord/contracts/events/partner-registered';
import { z } from 'zod';

import { bigint } from '../rows/posting-row.js';
import { PARTNER_COLUMNS, partnerRow, receives } from '../rows/partner-row.js';
import { type Db, readReturned, readRows } from '../rows/read-rows.js';

const versioned = partnerRow.extend({ version: bigint });
const touched = z.object({ partner_id: z.string() });

/** What may be shown to a partner as it is known now, and as the directory tells of it. */
export interface PartnerChange {
  readonly known: boolean;
  /** The directory's word is older than what is known, or the same. */
  readonly stale: boolean;
  /** Something that clauses, or receiving at all, may depend on is another. */
  readonly matters: boolean;
  /** Its terms ask again, and nothing else that matters is another. */
  readonly onlyTerms: boolean;
}

export async function compareWithKnown(db: Db, facts: PartnerRegistered): Promise<PartnerChange> {
  const sql = `select ${PARTNER_COLUMNS}, version from partner where partner_id = $1`;
  const [row] = await readRows(db, versioned, sql, [facts.partner]);
  if (row === undefined) return { known: false, stale: false, matters: true, onlyTerms: false };
  const sameConditions = sorted(row.conditions) === sorted(facts.conditions);
  const same = row.category === facts.category && sameConditions && receives(row) === receives(facts);
  const sameTerms = row.terms_material === (facts.terms?.material ?? 0);
  return {
    known: true,
    stale: facts.version <= row.version,
    matters: !same || !sameTerms,
    onlyTerms: same && !sameTerms,
  };
}

const sorted = (values: readonly string[]): string => [...values].sort().join();

/** Stores the directory's word; false where a newer one is known. The same one again counts as stored. */
export async function storePartner(tx: Db, facts: PartnerRegistered): Promise<boolean> {
  const stored = await readRows(
    tx,
    touched,
    `insert into partner (partner_id, version, name, category, conditions, status, roles, changed_at, terms_version, terms_material)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (partner_id) do update
        set version = excluded.version, name = excluded.name, category = excluded.category,
            conditions = excluded.conditions, status = excluded.status, roles = excluded.roles,
            changed_at = excluded.changed_at, terms_version = excluded.terms_version,
            terms_material = excluded.terms_material
      where partner.version <= excluded.version
     returning partner_id`,
    [
      facts.partner,
      facts.version,
      facts.name,
      facts.category,
      facts.conditions,
      facts.status,
      facts.roles,
      facts.changedAt,
      facts.terms?.version ?? 0,
      facts.terms?.material ?? 0,
    ],
  );
  return stored.length > 0;
}

/** Its row in the directory was erased: nothing is shown there any more. */
export async function closePartner(tx: Db, partner: string, version: number): Promise<boolean> {
  const closed = await readReturned(
    tx,
    touched,
    `update partner set status = 'closed', version = $2, changed_at = clock_timestamp()
      where partner_id = $1 and version <= $2 returning partner_id`,
    [partner, version],
  );
  return closed.length > 0;
}
