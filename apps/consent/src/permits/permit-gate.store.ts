import { z } from 'zod';

import type { PartnerFacts } from '../domain/allowed-partners.js';
import type { Clause } from '../domain/clause.js';
import {
  type GateStatements,
  type Held,
  type HeldRows,
  type IntendedStops,
  type OpenFailure,
  type OpenPermit,
  postingKey,
  type SeenAttempt,
  type Subjects,
} from '../domain/gate-statements.js';
import type { Halt } from '../domain/may-show.js';
import type { OfferFacts } from '../domain/offer-facts.js';
import type { SessionFacts } from '../domain/session.js';
import type { Posting } from '../domain/wanted-postings.js';
import { CLAUSE_COLUMNS, clauseOf, clauseRow } from '../rows/clause-row.js';
import { HALT_COLUMNS, haltOf, haltRow } from '../rows/halt-row.js';
import { OFFER_COLUMNS, offerOf, offerRow } from '../rows/offer-row.js';
import { PARTNER_COLUMNS, partnerOf, partnerRow } from '../rows/partner-row.js';
import { POSTING_COLUMNS, postingOf, postingRow } from '../rows/posting-row.js';
import { groupedBy } from '../rows/grouped-by.js';
import { type Db, readRows } from '../rows/read-rows.js';
import { holdRows, type LockMode } from './gate-lock.js';
import { openPermits } from './open-permit.store.js';
import { PERMIT_COLUMNS, permitOf, permitRow } from './permit-row.js';

const sessionRow = z.object({ session_id: z.string(), state: z.enum(['open', 'fenced', 'ended']), epoch: z.int() });
const scopeRow = z.object({ scope_kind: z.enum(['session', 'partner', 'holder', 'offer']), scope_id: z.string() });
const attemptRow = z.object({ attempt: z.string() });
const holderOfRow = z.object({ offer_id: z.string(), holder_id: z.string() });
const holderRow = z.object({ holder_id: z.string() });
const clockRow = z.object({ now: z.date() });

/** The gate's statements on PostgreSQL. Each is one round trip, by primary key or a small table. */
export class PermitGateStore implements GateStatements {
  constructor(
    private readonly tx: Db,
    private readonly mode: LockMode,
  ) {}

  async seen(attempts: readonly string[]): Promise<ReadonlyMap<string, SeenAttempt>> {
    const seen = await readRows(
      this.tx,
      attemptRow,
      'select attempt from attempt_seen where attempt = any($1::uuid[])',
      [attempts],
    );
    if (seen.length === 0) return new Map();
    const ids = seen.map(({ attempt }) => attempt);
    const open = await readRows(
      this.tx,
      permitRow,
      `select ${PERMIT_COLUMNS} from open_permit where permit = any($1::uuid[])`,
      [ids],
    );
    const permits = new Map(open.map((row) => [row.permit, permitOf(row)]));
    return new Map(
      ids.map((id) => {
        const permit = permits.get(id);
        return [id, permit === undefined ? { kind: 'closed' } : { kind: 'open', permit }];
      }),
    );
  }

  async holdersOf(offers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = 'select offer_id, holder_id from offer where offer_id = any($1::uuid[])';
    const rows = await readRows(this.tx, holderOfRow, sql, [offers]);
    return new Map(rows.map((row) => [row.offer_id, row.holder_id]));
  }

  /** A table of a few rows at most: read whole. */
  async intendedStops({ session }: Subjects): Promise<IntendedStops> {
    const rows = await readRows(this.tx, scopeRow, 'select scope_kind, scope_id from stop_intent');
    const of = (kind: string) => new Set(rows.filter((row) => row.scope_kind === kind).map((row) => row.scope_id));
    return {
      session: of('session').has(session),
      offers: of('offer'),
      holders: of('holder'),
      partners: of('partner'),
    };
  }

  async holdSession(session: string): Promise<Held<SessionFacts>> {
    const table = {
      table: 'session',
      key: 'session_id',
      type: 'uuid',
      columns: 'session_id, state, epoch',
      row: sessionRow,
    } as const;
    const rows = await holdRows(this.tx, table, [session], {
      mode: this.mode,
      read: ({ session_id, state, epoch }) => [session_id, { session: session_id, state, epoch }] as const,
    });
    return rows.get(session) ?? { kind: 'missing' };
  }

  holdPartners(partners: readonly string[]): Promise<HeldRows<PartnerFacts>> {
    const table = {
      table: 'partner',
      key: 'partner_id',
      type: 'text',
      columns: PARTNER_COLUMNS,
      row: partnerRow,
    } as const;
    return holdRows(this.tx, table, partners, {
      mode: this.mode,
      read: (row) => [row.partner_id, partnerOf(row)] as const,
    });
  }

  holdHolders(holders: readonly string[]): Promise<HeldRows<true>> {
    const table = { table: 'holder', key: 'holder_id', type: 'text', columns: 'holder_id', row: holderRow } as const;
    return holdRows(this.tx, table, holders, {
      mode: this.mode,
      read: ({ holder_id }) => [holder_id, true] as const,
    });
  }

  holdOffers(offers: readonly string[]): Promise<HeldRows<OfferFacts>> {
    const table = { table: 'offer', key: 'offer_id', type: 'uuid', columns: OFFER_COLUMNS, row: offerRow } as const;
    return holdRows(this.tx, table, offers, {
      mode: this.mode,
      read: (row) => [row.offer_id, offerOf(row)] as const,
    });
  }

  async halts({ offers, holders, partners }: Subjects): Promise<readonly Halt[]> {
    const sql = `select ${HALT_COLUMNS} from halt
      where (scope_kind = 'offer' and scope_id = any($1)) or (scope_kind = 'holder' and scope_id = any($2))
         or (scope_kind = 'partner' and scope_id = any($3))`;
    return (await readRows(this.tx, haltRow, sql, [offers, holders, partners])).map(haltOf);
  }

  /** Index: clause_in_force. */
  async clauses(
    holders: readonly string[],
    offers: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Clause[]>> {
    if (holders.length === 0) return new Map();
    const sql = `
      select ${CLAUSE_COLUMNS} from clause
       where ended_as is null and holder_id = any($1) and offer_id is null
      union all
      select ${CLAUSE_COLUMNS} from clause
       where ended_as is null and holder_id = any($1) and offer_id = any($2::uuid[])`;
    const rows = await readRows(this.tx, clauseRow, sql, [holders, offers]);
    return groupedBy(rows, (row) => row.holder_id, clauseOf);
  }

  async postings(
    items: readonly { readonly offerId: string; readonly partner: string }[],
  ): Promise<ReadonlyMap<string, Posting>> {
    const sql = `select ${POSTING_COLUMNS}
      from posting join unnest($1::uuid[], $2::text[]) as asked (offer_id, partner_id) using (offer_id, partner_id)`;
    const pairs = [items.map(({ offerId }) => offerId), items.map(({ partner }) => partner)];
    const rows = await readRows(this.tx, postingRow, sql, pairs);
    return new Map(rows.map((row) => [postingKey({ offerId: row.offer_id, partner: row.partner_id }), postingOf(row)]));
  }

  async clock(): Promise<Date> {
    const [row] = await readRows(this.tx, clockRow, 'select clock_timestamp() as now');
    if (row === undefined) throw new Error('the database did not tell the time');
    return row.now;
  }

  open(permits: readonly OpenPermit[], at: Date): Promise<ReadonlyMap<string, OpenFailure>> {
    return openPermits(this.tx, permits, at);
  }
}
