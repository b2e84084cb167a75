import type { PostingState } from '@accord/contracts/offer-state';

import type { Known, Posting, Wanted } from './domain/posting.js';
import { type PageRow, pageOf, pageRowOf } from './page-row.js';
import type { Recall } from './domain/recall.js';
import type { Column } from './unnested.js';

/** A posting as it stands in its table. */
export interface PostingRow {
  readonly posting_id: string;
  readonly offer_id: string;
  readonly partner_id: string;
  readonly wanted: Wanted['kind'];
  readonly wanted_version: number;
  readonly wanted_at: Date;
  readonly revision: number | null;
  readonly digest: string | null;
  readonly agreement: string | null;
  readonly because: string | null;
  readonly known: Known['kind'];
  readonly known_version: number;
  readonly known_revision: number | null;
  readonly may_hold: boolean;
  readonly state: PostingState;
  readonly since: Date;
  readonly reason: string | null;
  readonly public_url: string | null;
  readonly attempts: number;
  readonly asks: number;
  readonly due_at: Date | null;
  readonly permit: string | null;
  readonly outcome_version: number;
  readonly recalled_at: Date | null;
  readonly told_at: Date | null;
  readonly confirmed_at: Date | null;
  readonly escalated_at: Date | null;
  readonly page: PageRow | null;
  readonly look_at: Date | null;
}

/** For `select`: versions are whole numbers that a double holds exactly. */
export const postingFields = `posting_id, offer_id, partner_id, wanted, wanted_version::float8 as wanted_version, wanted_at,
  revision, digest, agreement, because, known, known_version::float8 as known_version, known_revision, may_hold, state, since,
  reason, public_url, attempts, asks, due_at, permit, outcome_version::float8 as outcome_version,
  recalled_at, told_at, confirmed_at, escalated_at, page, look_at`;

export const toPosting = (row: PostingRow): Posting => ({
  id: row.posting_id,
  offerId: row.offer_id,
  partner: row.partner_id,
  wanted: wantedOf(row),
  wantedAt: row.wanted_at,
  known: knownOf(row),
  mayHold: row.may_hold,
  state: row.state,
  since: row.since,
  reason: row.reason ?? undefined,
  publicUrl: row.public_url ?? undefined,
  attempts: row.attempts,
  asks: row.asks,
  dueAt: row.due_at ?? undefined,
  permit: row.permit ?? undefined,
  outcomeVersion: row.outcome_version,
  recall: recallOf(row),
});

const recallOf = (row: PostingRow): Recall | undefined =>
  row.recalled_at === null
    ? undefined
    : {
        since: row.recalled_at,
        toldAt: row.told_at ?? undefined,
        confirmedAt: row.confirmed_at ?? undefined,
        escalatedAt: row.escalated_at ?? undefined,
        page: row.page === null ? undefined : pageOf(row.page),
        lookAt: row.look_at ?? undefined,
      };

function wantedOf(row: PostingRow): Wanted {
  const { wanted: kind, wanted_version: version, revision, digest, agreement } = row;
  if (kind === 'remove') return { kind, version, because: row.because ?? '' };
  if (kind === 'nothing') return { kind, version };
  if (revision === null || digest === null || agreement === null)
    throw new Error(`posting ${row.posting_id} is broken`);
  return { kind, version, revision, digest, agreement };
}

function knownOf({ known: kind, known_version: version, known_revision: revision }: PostingRow): Known {
  return kind === 'show' ? { kind, version, revision: revision ?? 0 } : { kind, version };
}

const shown = (posting: Posting) => (posting.wanted.kind === 'show' ? posting.wanted : undefined);

/** For `insert` and `update`, all at once. */
export const postingColumns: readonly Column<Posting>[] = [
  { name: 'posting_id', type: 'uuid', of: ({ id }) => id },
  { name: 'offer_id', type: 'uuid', of: ({ offerId }) => offerId },
  { name: 'partner_id', type: 'text', of: ({ partner }) => partner },
  { name: 'wanted', type: 'text', of: ({ wanted }) => wanted.kind },
  { name: 'wanted_version', type: 'bigint', of: ({ wanted }) => wanted.version },
  { name: 'wanted_at', type: 'timestamptz', of: ({ wantedAt }) => wantedAt },
  { name: 'revision', type: 'integer', of: (posting) => shown(posting)?.revision },
  { name: 'digest', type: 'text', of: (posting) => shown(posting)?.digest },
  { name: 'agreement', type: 'uuid', of: (posting) => shown(posting)?.agreement },
  { name: 'because', type: 'text', of: ({ wanted }) => (wanted.kind === 'remove' ? wanted.because : undefined) },
  { name: 'known', type: 'text', of: ({ known }) => known.kind },
  { name: 'known_version', type: 'bigint', of: ({ known }) => known.version },
  { name: 'known_revision', type: 'integer', of: ({ known }) => (known.kind === 'show' ? known.revision : undefined) },
  { name: 'may_hold', type: 'boolean', of: ({ mayHold }) => mayHold },
  { name: 'state', type: 'text', of: ({ state }) => state },
  { name: 'since', type: 'timestamptz', of: ({ since }) => since },
  { name: 'reason', type: 'text', of: ({ reason }) => reason },
  { name: 'public_url', type: 'text', of: ({ publicUrl }) => publicUrl },
  { name: 'attempts', type: 'integer', of: ({ attempts }) => attempts },
  { name: 'asks', type: 'integer', of: ({ asks }) => asks },
  { name: 'due_at', type: 'timestamptz', of: ({ dueAt }) => dueAt },
  { name: 'permit', type: 'uuid', of: ({ permit }) => permit },
  { name: 'outcome_version', type: 'bigint', of: ({ outcomeVersion }) => outcomeVersion },
  { name: 'recalled_at', type: 'timestamptz', of: ({ recall }) => recall?.since },
  { name: 'told_at', type: 'timestamptz', of: ({ recall }) => recall?.toldAt },
  { name: 'confirmed_at', type: 'timestamptz', of: ({ recall }) => recall?.confirmedAt },
  { name: 'escalated_at', type: 'timestamptz', of: ({ recall }) => recall?.escalatedAt },
  { name: 'page', type: 'jsonb', of: ({ recall }) => recall?.page && JSON.stringify(pageRowOf(recall.page)) },
  { name: 'look_at', type: 'timestamptz', of: ({ recall }) => recall?.lookAt },
];
