import { decodeCursor, pageOf, type Page } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import { type Delivery, toDelivery, toReply } from './delivery-answer.js';
import { DeliveryStore } from './delivery.store.js';
import { deliveryPosition, type DeliverySearch } from './domain/delivery-query.js';

export interface DeliveryQuery extends Omit<DeliverySearch, 'behind'> {
  readonly cursor?: string;
}

/** Lists requests to partners, newest first. */
@Injectable()
export class ListDeliveries {
  constructor(private readonly deliveries: DeliveryStore) {}

  async execute({ cursor, ...search }: DeliveryQuery): Promise<Page<Delivery>> {
    const behind = cursor === undefined ? undefined : decodeCursor(cursor, deliveryPosition);
    const rows = await this.deliveries.search({ ...search, behind });
    const page = pageOf(rows, search.limit, ({ position, attempt_id: id }) => [position, id]);
    return { ...page, items: page.items.map(toDelivery) };
  }

  /**
   * One of them, with the partner's answer.
   * @throws Problem not-found
   */
  async one(id: string, partner?: string) {
    const row = await this.deliveries.find(id, partner);
    if (row === undefined) throw new Problem('not-found', 'There is no delivery with this id, or not for you.');
    const reply = await this.deliveries.reply(row);
    return { ...toDelivery(row), reply: reply === undefined ? undefined : toReply(reply) };
  }
}
