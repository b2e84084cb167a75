import { decodeCursor, pageOf, type Page } from '@accord/service/cursor';
import { Injectable } from '@nestjs/common';

import { deliveryPosition } from './domain/delivery-query.js';
import type { RecallSearch } from './domain/recall-query.js';
import { toPosting } from './posting-row.js';
import { toPartnerRecalls, toRecallAnswer } from './recall-answer.js';
import { RecallStore } from './recall.store.js';

export interface RecallQuery extends Omit<RecallSearch, 'behind'> {
  readonly cursor?: string;
}

const DAYS_30_MS = 30 * 24 * 3_600_000;

/** Lists recalls, newest first, and what they came to. */
@Injectable()
export class ListRecalls {
  constructor(private readonly recalls: RecallStore) {}

  async execute({ cursor, ...search }: RecallQuery): Promise<Page<ReturnType<typeof toRecallAnswer>>> {
    const behind = cursor === undefined ? undefined : decodeCursor(cursor, deliveryPosition);
    const rows = await this.recalls.search({ ...search, behind });
    const { items, ...page } = pageOf(rows, search.limit, ({ position, posting_id: id }) => [position, id]);
    const answers = items.map(toPosting).flatMap((posting) => {
      const { recall } = posting;
      return recall === undefined ? [] : [toRecallAnswer(posting, recall)];
    });
    return { ...page, items: answers };
  }

  /** @param since thirty days ago, if nothing is said */
  async byPartner(since: string | undefined): Promise<ReturnType<typeof toPartnerRecalls>[]> {
    const from = since === undefined ? new Date(Date.now() - DAYS_30_MS) : new Date(since);
    return (await this.recalls.byPartner(from)).map(toPartnerRecalls);
  }
}
