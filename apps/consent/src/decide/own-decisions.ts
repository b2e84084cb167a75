import { publicationDecided, publicationStanding } from '@accord/contracts/events/publication-decided';
import { showableOffer } from '@accord/contracts/showable-offer';
import { addErasureToOutbox, addToOutbox } from '@accord/messaging/outbox';
import type { OwnedState } from '@accord/messaging/owned-state';
import { z } from 'zod';

import { bigint, POSTING_COLUMNS, postingOf, postingRow } from '../rows/posting-row.js';
import { readRows } from '../rows/read-rows.js';
import { decisionEvent } from './decision.store.js';

const versionRow = z.object({ key: z.string(), version: bigint });
const versions = (rows: readonly z.infer<typeof versionRow>[]) =>
  new Map(rows.map(({ key, version }) => [key, version]));
const uuid = z.uuid();
const uuids = (keys: readonly string[]): string[] => keys.filter((key) => uuid.safeParse(key).success);

const decidedRow = z.object({
  offer_id: z.string(),
  holder_id: z.string(),
  intent: z.string(),
  decision: bigint,
  standing: publicationStanding,
  decided_revision: z.int().nullable(),
  decided_at: z.date(),
  view: showableOffer.nullable(),
});

/** How consent finds what `publication.decisions` has lost: the last decision on each offer, by its row. */
export const ownDecisions: OwnedState = {
  contract: publicationDecided,

  currentVersions: async (db, keys) =>
    versions(
      await readRows(
        db,
        versionRow,
        'select offer_id as key, decision as version from offer where offer_id = any($1::uuid[]) and decision > 0',
        [uuids(keys)],
      ),
    ),

  page: (db, after, limit) =>
    readRows(
      db,
      versionRow,
      `select offer_id as key, decision as version from offer
        where ($1::uuid is null or offer_id > $1) and decision > 0 order by offer_id limit $2`,
      [after === '' ? null : after, limit],
    ),

  async emitAgain(tx, key) {
    const [row] = await readRows(
      tx,
      decidedRow,
      `select o.offer_id, o.holder_id, o.intent, o.decision, o.standing, o.decided_revision, o.decided_at,
              (select view from offer_revision r where r.offer_id = o.offer_id and r.revision = o.decided_revision) as view
         from offer o where o.offer_id = $1 for no key update of o`,
      [key],
    );
    if (row === undefined || row.decision === 0) return;
    const sql = `select ${POSTING_COLUMNS} from posting where offer_id = $1 and wanted <> 'nothing'`;
    const postings = (await readRows(tx, postingRow, sql, [key])).map(postingOf);
    if (row.intent === 'erased' && postings.length === 0)
      return addErasureToOutbox(tx, publicationDecided, key, row.decision);
    const decision = {
      offerId: row.offer_id,
      holder: row.holder_id,
      version: row.decision,
      standing: row.standing,
      revision: row.decided_revision ?? undefined,
      postings,
    };
    await addToOutbox(tx, publicationDecided, decisionEvent(decision, row.view, row.decided_at));
  },
};
