import type { PartnerEndpoint, PartnerRegistered } from '@accord/contracts/events/partner-registered';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { afterCommit } from './after-commit.js';
import { LaneKeeper } from './lane-keeper.js';
import { PartnerStore } from './partner.store.js';

/** Keeps what the directory says of a partner: where it receives, how fast, and whether it is paused. */
@Injectable()
export class RegisterPartner {
  constructor(
    private readonly partners: PartnerStore,
    private readonly lanes: LaneKeeper,
  ) {}

  async execute(tx: EntityManager, partner: PartnerRegistered): Promise<void> {
    const before = await this.partners.register(tx, partner);
    if (isBack(before, partner.endpoint)) await this.partners.markBack(tx, partner.partner);
    afterCommit(tx, () => this.lanes.refresh());
  }

  /** An erased partner receives nothing more. */
  async forget(tx: EntityManager, partner: string): Promise<void> {
    await this.partners.forget(tx, partner);
    afterCommit(tx, () => this.lanes.refresh());
  }
}

/** Its 410 counts no more: the partner receives somewhere else, or was paused and is released. */
const isBack = (before: PartnerEndpoint | undefined, after: PartnerEndpoint | null): boolean =>
  after !== null && (before?.id !== after.id || before.url !== after.url || (before.paused && !after.paused));
