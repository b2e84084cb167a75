import type { ShownText } from '../../src/domain/offer-facts.js';
import { endedBy, type Stop, type StopScope } from '../../src/domain/stop.js';
import type { StopStatements } from '../../src/domain/stopping.js';
import type { OpenShow } from '../../src/domain/withdrawal.js';

import { changeClauses } from './memory-clauses.js';
import { listPermits, markEffective } from './memory-lists.js';
import type { Tx } from './memory.js';
import { type PermitRow, type Tables, textOf } from './tables.js';

export const openShowOf = ({ permit, offerId, partner, content }: PermitRow): OpenShow[] =>
  content.kind === 'show' ? [{ permit, offerId, partner, agreement: content.agreement }] : [];

const inScope = ({ kind, id }: StopScope, permit: PermitRow): boolean =>
  kind === 'holder' || (kind === 'offer' ? permit.offerId : permit.partner) === id;

/** A stop's statements over the model's tables. */
export class MemoryStop implements StopStatements {
  constructor(
    protected readonly tx: Tx,
    protected readonly db: Tables,
  ) {}

  async lock({ kind, id }: StopScope): Promise<void> {
    await this.tx.statement();
    const table = { partner: this.db.partners, holder: this.db.holders, offer: this.db.offers }[kind];
    await table.lock(this.tx, id);
    this.db.lockedAt.set(this.tx, this.db.snapshot());
  }

  async known(id: string): Promise<boolean> {
    await this.tx.statement();
    return this.db.stops.get(this.tx, id) !== undefined;
  }

  async apply(stop: Stop): Promise<boolean> {
    await this.tx.statement();
    const { change, scope } = stop;
    switch (change.kind) {
      case 'clauses':
        return changeClauses(this.tx, this.db, change);
      case 'intent': {
        const offer = this.db.offers.get(this.tx, scope.id);
        if (offer === undefined || change.version <= offer.version) return false;
        this.db.offers.put(this.tx, scope.id, { ...offer, version: change.version, intent: change.intent });
        return true;
      }
      case 'text':
        return this.changeShown(scope.id, change.revision === null ? undefined : textOf(change.revision));
      case 'lapse': {
        const { shown } = this.db.offers.get(this.tx, scope.id) ?? {};
        if (shown?.revision !== change.revision || shown.lapsed) return false;
        return this.changeShown(scope.id, { ...shown, lapsed: true });
      }
      case 'partner': {
        const { partner, category, conditions, status } = change.facts;
        this.db.partners.put(this.tx, partner, {
          partner,
          category,
          conditions,
          materialTerms: 0,
          receives: status === 'active',
        });
        return true;
      }
      case 'halt':
        this.db.halts.put(this.tx, haltKey(scope), { scope, setBy: change.setBy, reason: change.reason });
        return true;
      case 'lift':
        this.db.halts.put(this.tx, haltKey(scope), undefined);
        return true;
      case 'partnerGone':
        throw new Error('no partner leaves in the model');
    }
  }

  private changeShown(offerId: string, shown: ShownText | undefined): boolean {
    const offer = this.db.offers.get(this.tx, offerId);
    if (offer !== undefined) this.db.offers.put(this.tx, offerId, { ...offer, shown });
    return offer !== undefined;
  }

  async openShows(scope: StopScope): Promise<readonly OpenShow[]> {
    await this.tx.statement();
    const found = [...this.db.permits.rows(this.tx)].filter(([, permit]) => inScope(scope, permit));
    const open: OpenShow[] = [];
    for (const [key, permit] of found) {
      if (permit.content.kind !== 'show') continue;
      await this.db.permits.lock(this.tx, key);
      if (this.db.permits.get(this.tx, key)?.permit === permit.permit) open.push(...openShowOf(permit));
    }
    return open;
  }

  factsOf(permits: readonly OpenShow[]) {
    return this.db.readFacts(this.tx, [...new Set(permits.map(({ offerId }) => offerId))]);
  }

  async clock(): Promise<Date> {
    await this.tx.statement();
    return new Date(this.db.schedule.now);
  }

  async record(stop: Stop, list: readonly OpenShow[]): Promise<void> {
    const { id, scope, because } = stop;
    await this.tx.statement();
    this.db.stops.put(this.tx, id, { id, scope, because, ended: [...endedBy(stop)] });
    await listPermits(this.tx, this.db, id, list);
    if (scope.kind !== 'offer') this.db.redecisions.put(this.tx, id, scope);
    if (list.length === 0) await markEffective(this.tx, this.db, id);
  }

  async forgetIntent(id: string): Promise<void> {
    await this.tx.statement();
    this.db.intents.put(this.tx, id, undefined);
  }
}

const haltKey = ({ kind, id }: StopScope): string => `${kind} ${id}`;
