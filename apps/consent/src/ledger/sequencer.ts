import { ledgerAppended, ledgerLeaf } from '@accord/contracts/events/ledger-appended';
import { addAllToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { readReturned } from '../rows/read-rows.js';
import { type ConsentState, readState } from '../state/consent-state.js';
import { Door } from '../state/door.js';
import { Loops } from '../loops.js';

const AT_ONCE = 200;
const EVERY_MS = 250;
const pendingRow = z.object({ id: z.string(), at: z.date(), leaf: ledgerLeaf });

/**
 * Numbers the ledger's leaves, one instance at a time, after the transactions that wrote them: nobody waits for a chain. The
 * order is that in which leaves are seen; those of one transaction keep theirs.
 */
@Injectable()
export class Sequencer {
  constructor(
    private readonly db: DataSource,
    private readonly door: Door,
    loops: Loops,
  ) {
    loops.add('ledger.sequencer', EVERY_MS, () => this.turn(), 'wakes');
  }

  private async turn(): Promise<boolean> {
    if (this.door.isShut) return false;
    const numbered = await this.db.transaction('READ COMMITTED', async (tx) => {
      const { door, state } = await this.door.check(() => readState(tx, 'lock'));
      return door === 'open' ? numberLeaves(tx, state) : 0;
    });
    return numbered === AT_ONCE;
  }
}

/** Numbers what is there; answers how many. The lock on the state's row, which the caller has, makes it one at a time. */
async function numberLeaves(tx: EntityManager, { epoch, nextLeaf }: ConsentState): Promise<number> {
  const taken = await readReturned(
    tx,
    pendingRow,
    `delete from ledger_pending where id = any(array(select id from ledger_pending order by id limit ${AT_ONCE}))
     returning id, at, leaf`,
  );
  if (taken.length === 0) return 0;
  const entries = taken
    .sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)))
    .map(({ id, at, leaf }, offset) => ({ leafId: id, number: nextLeaf + offset, at: at.toISOString(), epoch, leaf }));
  await tx.query(
    `insert into ledger_entry (number, at, epoch, leaf, leaf_id)
     select * from unnest($1::bigint[], $2::timestamptz[], $3::int[], $4::jsonb[], $5::bigint[])`,
    [
      entries.map(({ number }) => number),
      entries.map(({ at }) => at),
      entries.map(() => epoch),
      entries.map(({ leaf }) => JSON.stringify(leaf)),
      entries.map(({ leafId }) => leafId),
    ],
  );
  await tx.query('update consent_state set next_leaf = $1', [nextLeaf + entries.length]);
  await addAllToOutbox(
    tx,
    ledgerAppended,
    entries.map(({ number, at, leaf }) => ({ number, at, epoch, leaf })),
  );
  return entries.length;
}
