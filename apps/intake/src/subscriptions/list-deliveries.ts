import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { Employer } from '../employer.js';
import type { DeliveryView } from './bodies.js';
import { DeliveryStore } from './delivery.store.js';
import { noSuchSubscription } from './show-subscriptions.js';
import { SubscriptionStore } from './subscription.store.js';

const position = z.tuple([z.int()]);

export interface DeliveriesQuery {
  readonly state?: DeliveryView['state'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What a subscription was told, the newest first, and how its endpoint answered. */
@Injectable()
export class ListDeliveries {
  constructor(
    private readonly subscriptions: SubscriptionStore,
    private readonly deliveries: DeliveryStore,
  ) {}

  /** @throws Problem not-found, invalid-request */
  async execute(
    employer: Employer,
    subscription: string,
    { state, cursor, limit }: DeliveriesQuery,
  ): Promise<{ items: DeliveryView[]; next?: string }> {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, position)[0];
    if ((await this.subscriptions.find(subscription, employer)) === undefined) throw noSuchSubscription();
    const found = await this.deliveries.list({ subscription, state, before, limit });
    const { items, next } = pageOf(found, limit, ({ sequence }) => [sequence]);
    return { items: [...items], ...(next !== undefined && { next }) };
  }
}
