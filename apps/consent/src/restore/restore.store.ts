import type { LedgerAppended, LedgerLeaf } from '@accord/contracts/events/ledger-appended';

import { endLost } from '../clauses/clause.store.js';
import type { Stop } from '../domain/stop.js';
import { setHalt } from '../halts/halt.store.js';
import type { Db } from '../rows/read-rows.js';
import type { ConsentState } from '../state/consent-state.js';

/** Who halts what a restored database cannot tell. */
export const RESTORE = 'restore';

/**
 * An entry that the topic has and the database has not: it is entered under its number, and nothing is permitted until the
 * restore is finished.
 */
export async function enterLost(tx: Db, entry: LedgerAppended, state: ConsentState): Promise<void> {
  await tx.query('insert into ledger_entry (number, at, epoch, leaf) values ($1, $2, $3, $4) on conflict do nothing', [
    entry.number,
    entry.at,
    entry.epoch,
    JSON.stringify(entry.leaf),
  ]);
  await tx.query('update consent_state set next_leaf = $1, frozen = $2, epoch = $3', [
    entry.number + 1,
    RESTORE,
    Math.max(state.epoch, entry.epoch),
  ]);
}

/** What a lost entry means for a database that is older than it. Stops are replayed; what was agreed stays stopped. */
export async function replayLost(tx: Db, { at, leaf }: LedgerAppended): Promise<void> {
  switch (leaf.kind) {
    case 'agreement':
      return rememberLost(tx, leaf, at);
    case 'withdrawal':
      await tx.query('delete from lost_agreement where agreement = $1', [leaf.agreement]);
      return endLost(tx, leaf.holder, leaf.agreement, leaf.stop);
    case 'stop':
      return replayStop(tx, leaf);
    case 'halt':
      return replayHalt(tx, leaf);
    case 'permits':
      return rememberPermits(tx, leaf);
    case 'stopped':
      return;
  }
}

type Leaf<K extends LedgerLeaf['kind']> = Extract<LedgerLeaf, { kind: K }>;

/** The ledger has its digest, not its content: the employer has to give it again. */
async function rememberLost(tx: Db, { agreement, holder, digest }: Leaf<'agreement'>, at: string): Promise<void> {
  await tx.query(
    `insert into lost_agreement (agreement, holder_id, digest, given_at)
     select $1, $2, $3, $4 where not exists (select from clause where clause_id = $1) on conflict do nothing`,
    [agreement, holder, digest, at],
  );
}

/**
 * A refusal, or a condition, whose clause is lost: what it kept out is not known, so nothing of this employer goes out until
 * it confirms. Stops of offers and partners come again with their events, which are read before the restore is finished.
 */
async function replayStop(tx: Db, { stop, scope, because }: Leaf<'stop'>): Promise<void> {
  const { holder, offer, partner } = scope;
  const lostClause = because === 'refusal' || because === 'condition' || because === 'agreement-replaced';
  if (!lostClause || holder === undefined || offer !== undefined || partner !== undefined) return;
  await halt(tx, stop, { kind: 'holder', id: holder }, 'a refusal given after the backup was lost: confirm what holds');
}

/** Whoever set it is known by hash only; it is lifted by an operator, or by the employer's confirmation. */
async function replayHalt(tx: Db, { stop, scope, lifted }: Leaf<'halt'>): Promise<void> {
  const [kind, id = ''] = scope.split(':');
  if (kind !== 'partner' && kind !== 'holder' && kind !== 'offer') return;
  if (!lifted) return halt(tx, stop, { kind, id }, 'an order to stop was given after the backup');
  await tx.query('delete from halt where scope_kind = $1 and scope_id = $2 and set_by = $3', [kind, id, RESTORE]);
}

async function halt(tx: Db, id: string, scope: Stop['scope'], reason: string): Promise<void> {
  const change = { kind: 'halt', setBy: RESTORE, reason, version: null } as const;
  await setHalt(tx, { id, scope }, change);
}

/** The partners may hold what was permitted; a posting that no row knows of is to be removed. */
async function rememberPermits(tx: Db, { permits }: Leaf<'permits'>): Promise<void> {
  await tx.query(
    `insert into posting as p (offer_id, partner_id, version, wanted, because, may_hold, decided_at)
     select distinct on (offer_id, partner_id) offer_id, partner_id, 0, 'remove', 'held-without-agreement', true,
            clock_timestamp()
       from unnest($1::uuid[], $2::text[]) as permitted (offer_id, partner_id)
     on conflict (offer_id, partner_id) do update
        set may_hold = true, wanted = case when p.wanted = 'nothing' then 'remove' else p.wanted end,
            because = case when p.wanted = 'nothing' then 'held-without-agreement' else p.because end`,
    [permits.map(({ offer }) => offer), permits.map(({ partner }) => partner)],
  );
}
