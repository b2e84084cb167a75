import type { LedgerAppended, LedgerLeaf } from '@accord/contracts/events/ledger-appended';
import { z } from 'zod';

import { endLost } from '../clauses/clause.store.js';
import type { StopScope } from '../domain/stop.js';
import { liftHalt, LOST_ORDER, setHalt } from '../halts/halt.store.js';
import { appendLeaf } from '../ledger/append-leaf.js';
import { NOBODY } from '../ledger/stop-leaves.js';
import { type Db, readReturned } from '../rows/read-rows.js';
import type { ConsentState } from '../state/consent-state.js';
import { nameStop, rememberEffective, rememberStop } from './lost-stops.store.js';

/** Who halts what a restored database cannot tell. */
export const RESTORE = 'restore';

/**
 * An entry that the topic has and the database has not: it is entered under its number, and nothing is permitted until the
 * restore is finished. Answers whether its leaf is new here: the backup may have one that waited for its number.
 */
export async function enterLost(
  tx: Db,
  entry: LedgerAppended,
  state: ConsentState,
): Promise<{ readonly isNew: boolean }> {
  const { number, at, epoch, leaf } = entry;
  const waiting = await takeWaiting(tx, leaf);
  const leafId = waiting ?? (await drawLeafId(tx, leaf));
  await tx.query(
    'insert into ledger_entry (number, at, epoch, leaf, leaf_id) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [number, at, epoch, JSON.stringify(leaf), leafId],
  );
  if (leaf.kind === 'stopped') await rememberEffective(tx, leaf, leafId);
  await tx.query('update consent_state set next_leaf = $1, frozen = $2, epoch = $3', [
    number + 1,
    RESTORE,
    Math.max(state.epoch, epoch),
  ]);
  return { isNew: waiting === undefined };
}

const idRow = z.object({ id: z.string() });

/** It has its number now, and must not get another. */
async function takeWaiting(tx: Db, leaf: LedgerLeaf): Promise<string | undefined> {
  const sql = `delete from ledger_pending where id = (select min(id) from ledger_pending where leaf = $1::jsonb) returning id`;
  return (await readReturned(tx, idRow, sql, [JSON.stringify(leaf)]))[0]?.id;
}

/** An id that no leaf will be given: entries of before keep theirs apart from those to come. */
async function drawLeafId(tx: Db, leaf: LedgerLeaf): Promise<string> {
  const id = await appendLeaf(tx, leaf);
  await tx.query('delete from ledger_pending where id = $1', [id]);
  return id;
}

/** What a lost entry means for a database that is older than it. Stops are replayed; what was agreed stays stopped. */
export async function replayLost(tx: Db, { at, leaf }: LedgerAppended): Promise<void> {
  switch (leaf.kind) {
    case 'agreement':
      return rememberLost(tx, leaf, at);
    case 'withdrawal':
      return replayWithdrawal(tx, leaf, at);
    case 'stop':
      return replayStop(tx, leaf, at);
    case 'halt':
      return replayHalt(tx, leaf, at);
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

async function replayWithdrawal(
  tx: Db,
  { agreement, holder, stop, actor }: Leaf<'withdrawal'>,
  at: string,
): Promise<void> {
  await tx.query('delete from lost_agreement where agreement = $1', [agreement]);
  await endLost(tx, holder, agreement, stop);
  const scope = { kind: 'holder', id: holder } as const;
  await rememberStop(tx, { stop, because: 'agreement-withdrawn', scope, agreement, actor }, at);
}

/**
 * A refusal, or a condition, whose clause is lost: what it kept out is not known, so nothing of this employer goes out until
 * it confirms. Stops of offers and partners come again with their events, which are read before the restore is finished: they
 * must not be known here before that.
 */
async function replayStop(tx: Db, { stop, scope, because }: Leaf<'stop'>, at: string): Promise<void> {
  const { holder, offer, partner } = scope;
  if (holder === undefined || offer !== undefined || partner !== undefined) return nameStop(tx, stop, because);
  const covered = { kind: 'holder', id: holder } as const;
  await rememberStop(tx, { stop, because, scope: covered }, at);
  const lostClause = because === 'refusal' || because === 'condition' || because === 'agreement-replaced';
  if (!lostClause) return;
  const reason = 'a refusal given after the backup was lost: confirm what holds';
  await halt(tx, { id: stop, scope: covered, setBy: RESTORE, reason });
}

/** An order to stop is lifted by whoever gave it; one by an event that cannot be read comes again with the event. */
async function replayHalt(tx: Db, { stop, scope: text, lifted, actor }: Leaf<'halt'>, at: string): Promise<void> {
  const [kind, id = ''] = text.split(':');
  if (actor === NOBODY || (kind !== 'partner' && kind !== 'holder' && kind !== 'offer')) return;
  const scope: StopScope = { kind, id };
  const setBy = `${LOST_ORDER}${actor}`;
  if (lifted) await liftHalt(tx, scope, { setBy });
  else await halt(tx, { id: stop, scope, setBy, reason: 'an order to stop was given after the backup' });
  await rememberStop(tx, { stop, because: 'halt', scope, actor }, at);
}

interface LostHalt {
  readonly id: string;
  readonly scope: StopScope;
  readonly setBy: string;
  readonly reason: string;
}

const halt = (tx: Db, { id, scope, setBy, reason }: LostHalt): Promise<void> =>
  setHalt(tx, { id, scope }, { kind: 'halt', setBy, reason, version: null });

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
