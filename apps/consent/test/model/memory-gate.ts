import type { PermitItem } from '@accord/contracts/internal/permits';

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
} from '../../src/domain/gate-statements.js';
import type { SessionFacts } from '../../src/domain/session.js';
import type { Table, Tx } from './memory.js';
import type { Tables } from './tables.js';

/** The gate's statements over the model's tables, one step each. */
export class MemoryGate implements GateStatements {
  constructor(
    protected readonly tx: Tx,
    protected readonly db: Tables,
    protected readonly mode: 'skip' | 'wait',
  ) {}

  async seen(attempts: readonly string[]): Promise<ReadonlyMap<string, SeenAttempt>> {
    await this.tx.statement();
    const known = attempts.filter((id) => this.db.attempts.get(this.tx, id) === true);
    if (known.length === 0) return new Map();
    await this.tx.statement();
    const open = new Map([...this.db.permits.rows(this.tx).values()].map((permit) => [permit.permit, permit]));
    return new Map(
      known.map((id) => {
        const permit = open.get(id);
        return [id, permit === undefined ? { kind: 'closed' } : { kind: 'open', permit }];
      }),
    );
  }

  async holdersOf(offers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    await this.tx.statement();
    return new Map(offers.flatMap((id) => (this.db.offers.get(this.tx, id) === undefined ? [] : [[id, HOLDER]])));
  }

  async intendedStops({ session }: Subjects): Promise<IntendedStops> {
    await this.tx.statement();
    const scopes = [...this.db.intents.rows(this.tx).values()].map(({ scope }) => scope);
    const of = (wanted: string) => new Set(scopes.flatMap(({ kind, id }) => (kind === wanted ? [id] : [])));
    return {
      session: of('session').has(session),
      offers: of('offer'),
      holders: of('holder'),
      partners: of('partner'),
    };
  }

  async holdSession(session: string): Promise<Held<SessionFacts>> {
    return (await this.hold(this.db.sessions, [session])).get(session) ?? { kind: 'missing' };
  }

  holdPartners(partners: readonly string[]) {
    return this.hold(this.db.partners, partners);
  }

  holdHolders(holders: readonly string[]) {
    return this.hold(this.db.holders, holders);
  }

  holdOffers(offers: readonly string[]) {
    return this.hold(this.db.offers, offers);
  }

  async halts() {
    await this.tx.statement();
    return [...this.db.halts.rows(this.tx).values()];
  }

  async clauses(holders: readonly string[]) {
    await this.tx.statement();
    const clauses = [...this.db.clauses.rows(this.tx).values()].filter(({ ended }) => ended === undefined);
    return new Map(holders.map((holder) => [holder, clauses]));
  }

  async postings(items: readonly Pick<PermitItem, 'offerId' | 'partner'>[]) {
    await this.tx.statement();
    return new Map(
      items.flatMap((item) => {
        const row = this.db.postings.get(this.tx, postingKey(item));
        return row === undefined ? [] : [[postingKey(item), row.posting] as const];
      }),
    );
  }

  async clock(): Promise<Date> {
    await this.tx.statement();
    return new Date(this.db.schedule.now);
  }

  async open(permits: readonly OpenPermit[], at: Date): Promise<ReadonlyMap<string, OpenFailure>> {
    const failures = new Map<string, OpenFailure>();
    for (const permit of permits) {
      await this.tx.statement();
      if (!(await this.insertOpen(permit, at))) failures.set(permit.permit, 'in-flight');
    }
    for (const permit of permits.filter((one) => !failures.has(one.permit))) {
      await this.tx.statement();
      if (await this.db.attempts.insert(this.tx, permit.permit, true)) await this.tellShow(permit);
      else {
        this.db.permits.put(this.tx, this.openKey(permit), undefined);
        failures.set(permit.permit, 'closed');
      }
    }
    return failures;
  }

  protected openKey(permit: OpenPermit): string {
    return postingKey(permit);
  }

  private insertOpen(permit: OpenPermit, at: Date): Promise<boolean> {
    return this.db.permits.insert(this.tx, this.openKey(permit), { ...permit, openedAt: at.getTime() });
  }

  private async tellShow(permit: OpenPermit): Promise<void> {
    if (permit.content.kind !== 'show') return;
    const key = postingKey(permit);
    await this.tx.statement();
    await this.db.postings.lock(this.tx, key);
    const row = this.db.postings.get(this.tx, key);
    if (row !== undefined) this.db.postings.put(this.tx, key, { ...row, posting: { ...row.posting, mayHold: true } });
  }

  protected async hold<Row>(table: Table<Row>, ids: readonly string[]): Promise<HeldRows<Row>> {
    const held = new Map<string, Held<Row>>();
    if (ids.length === 0) return held;
    await this.tx.statement();
    for (const id of ids) {
      if (table.get(this.tx, id) === undefined) continue;
      if (this.mode === 'wait') await table.lock(this.tx, id, 'share');
      else if (!table.tryLock(this.tx, id, 'share')) continue;
      const row = table.get(this.tx, id);
      if (row !== undefined) held.set(id, { kind: 'held', row });
    }
    const others = ids.filter((id) => !held.has(id));
    if (others.length > 0) await this.tx.statement();
    for (const id of others) held.set(id, { kind: table.get(this.tx, id) === undefined ? 'missing' : 'locked' });
    return held;
  }
}

export const HOLDER = '000100016';
