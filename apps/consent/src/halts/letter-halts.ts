import type { DeadLetter } from '@accord/messaging/dead-letters.store';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

import { addRedecision } from '../decide/redecision.store.js';
import { decideOffers } from '../decide/decide-offers.js';
import { carryOut } from '../domain/stopping.js';
import type { StopScope } from '../domain/stop.js';
import { readHead } from '../offers/offer.store.js';
import { type Db, readReturned, readRows } from '../rows/read-rows.js';
import { StopStore } from '../stops/stop.store.js';
import { stopIdOf } from '../stops/stop-id.js';
import { liftHalt } from './halt.store.js';

/** Topics whose events may take something away, and what their keys name. Outcomes and the ledger never do. */
const scopeOfTopic: Readonly<Record<string, 'offer' | 'partner'>> = {
  'offer.revisions': 'offer',
  'moderation.verdicts': 'offer',
  'partner.registry': 'partner',
};

const lifted = z.object({ scope_id: z.string() });

const setBy = (topic: string): string => `dead-letter:${topic}`;

/**
 * An event that cannot be handled may be a stop: what its key names is halted until a later event of it is handled, or an
 * operator has judged the letter. A key that names no offer halts nothing: there is no such offer.
 */
export async function haltKeyOf(tx: EntityManager, letter: DeadLetter): Promise<void> {
  const scope = scopeOf(letter);
  if (scope === undefined) return;
  const head = scope.kind === 'offer' ? await readHead(tx, scope.id) : undefined;
  const stop = {
    id: stopIdOf('letter', letter.topic, letter.id),
    scope,
    because: 'unreadable-event',
    ...(head !== undefined && { holder: head.holder_id }),
    requestedAt: new Date().toISOString(),
    change: {
      kind: 'halt',
      setBy: setBy(letter.topic),
      reason: `an event of ${letter.topic} could not be handled: ${letter.reason}`,
      version: letter.version,
    },
  } as const;
  await carryOut(new StopStore(tx, stop), stop);
  if (scope.kind === 'offer') await decideOffers(tx, [scope.id], { stop: stop.id });
}

/** An operator had the event handled after all, or says that it is to be left: the halt goes with the last such letter. */
export async function liftForLetter(tx: EntityManager, letter: DeadLetter): Promise<void> {
  const scope = scopeOf(letter);
  if (scope === undefined || (await hasOtherLetters(tx, letter))) return;
  if (!(await liftHalt(tx, scope, { setBy: setBy(letter.topic) }))) return;
  if (scope.kind === 'partner') return addRedecision(tx, { kind: 'partner', id: scope.id });
  await tx.query('select 1 from offer where offer_id = $1 for no key update', [scope.id]);
  await decideOffers(tx, [scope.id]);
}

/** A later event of a key was handled: what could not be read is superseded. The caller decides anew. False where nothing was halted. */
export async function liftLetterHalts(
  tx: Db,
  topic: string,
  handled: readonly { readonly id: string; readonly version: number }[],
): Promise<boolean> {
  const rows = await readReturned(
    tx,
    lifted,
    `delete from halt h using unnest($3::text[], $4::bigint[]) as n (id, version)
      where h.scope_kind = $1 and h.scope_id = n.id and h.set_by = $2 and (h.version is null or h.version <= n.version)
     returning h.scope_id`,
    [scopeOfTopic[topic] ?? null, setBy(topic), handled.map(({ id }) => id), handled.map(({ version }) => version)],
  );
  return rows.length > 0;
}

function scopeOf({ topic, key }: DeadLetter): StopScope | undefined {
  const kind = scopeOfTopic[topic];
  if (kind === undefined || key === null) return undefined;
  if (kind === 'offer' && !z.uuid().safeParse(key).success) return undefined;
  return { kind, id: key };
}

async function hasOtherLetters(tx: Db, { id, topic, key }: DeadLetter): Promise<boolean> {
  const sql = `select id from dead_letter
    where topic = $1 and key_text = $2 and state in ('open', 'blocking') and id <> $3 limit 1`;
  return (await readRows(tx, z.object({ id: z.string() }), sql, [topic, key, id])).length > 0;
}
