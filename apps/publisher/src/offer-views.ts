import { digestOf } from '@accord/receipts/digest';
import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { Batcher } from '@accord/service/batcher';
import { Injectable } from '@nestjs/common';

import { ExpiringCache } from './expiring-cache.js';
import { OfferViewStore, type ViewKey } from './offer-view.store.js';

export interface VerifiedView {
  readonly view: ShowableOffer;
  /** Worked out from the view itself, after it was read. */
  readonly digest: string;
}

/** Views as they are sent: read once for all partners of an offer, with the digest of what was read. */
@Injectable()
export class OfferViews {
  private readonly held = new ExpiringCache<VerifiedView>({ most: 500, ttlMs: 60_000 });
  private readonly loads: Batcher<ViewKey, VerifiedView | undefined>;

  constructor(store: OfferViewStore) {
    const load = async (keys: readonly ViewKey[]) =>
      (await store.load(keys)).map((view) => (view === undefined ? undefined : { view, digest: digestOf(view) }));
    this.loads = new Batcher(load, { most: 100, atOnce: 2 });
  }

  async of(key: ViewKey): Promise<VerifiedView | undefined> {
    const name = `${key.offerId}:${key.digest}`;
    const held = this.held.get(name);
    if (held !== undefined) return held;
    const loaded = await this.loads.add(key);
    if (loaded !== undefined) this.held.set(name, loaded);
    return loaded;
  }
}
