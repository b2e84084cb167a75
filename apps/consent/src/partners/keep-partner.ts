import type { PartnerRegistered } from '@accord/contracts/events/partner-registered';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { addRedecision } from '../decide/redecision.store.js';
import { liftLetterHalts } from '../halts/letter-halts.js';
import { showsAnything } from '../offers/is-shown.js';
import { CarryOutStop } from '../stops/carry-out-stop.js';
import { RowLocks } from '../stops/row-locks.js';
import { stopIdOf } from '../stops/stop-id.js';
import { compareWithKnown, closePartner, storePartner } from './partner.store.js';

/** What the directory says of a partner. A change of what clauses depend on is a stop; pages of decisions follow it. */
@Injectable()
export class KeepPartner {
  constructor(
    private readonly locks: RowLocks,
    private readonly stops: CarryOutStop,
  ) {}

  async registered(tx: EntityManager, facts: PartnerRegistered): Promise<void> {
    const { partner, version } = facts;
    await this.locks.one(tx, { kind: 'partner', id: partner });
    const { known, stale, matters, onlyTerms } = await compareWithKnown(tx, facts);
    if (stale) return;
    const lifted = await liftLetterHalts(tx, 'partner.registry', [{ id: partner, version }]);
    if (known && matters && (await showsAnything(tx, partner))) {
      await this.stops.inEvent(tx, {
        ...stopFor(partner, version),
        ...(onlyTerms && { because: 'terms-changed' }),
        change: { kind: 'partner', facts },
      });
      return;
    }
    await storePartner(tx, facts);
    if (matters || lifted) await addRedecision(tx, { kind: 'partner', id: partner });
  }

  async erased(tx: EntityManager, partner: string, version: number): Promise<void> {
    await this.locks.one(tx, { kind: 'partner', id: partner });
    if (await showsAnything(tx, partner)) {
      await this.stops.inEvent(tx, { ...stopFor(partner, version), change: { kind: 'partnerGone', version } });
      return;
    }
    await closePartner(tx, partner, version);
  }
}

const stopFor = (partner: string, version: number) => ({
  id: stopIdOf('partner', partner, version),
  scope: { kind: 'partner' as const, id: partner },
  because: 'partner-changed',
  requestedAt: new Date().toISOString(),
});
