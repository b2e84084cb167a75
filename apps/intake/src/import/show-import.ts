import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { ImportStore } from './import.store.js';
import type { ImportView } from './receipt.js';

const position = z.tuple([z.int()]);

export interface ReceiptPage {
  readonly cursor?: string | undefined;
  /** How many receipts the reader has already: it goes on behind them. A cursor says the same, and counts. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** The receipts of an import again, for whoever lost the connection. */
@Injectable()
export class ShowImport {
  constructor(private readonly imports: ImportStore) {}

  /** @throws Problem not-found, invalid-request */
  async execute(holder: string, id: string, page: ReceiptPage): Promise<ImportView> {
    const after = page.cursor === undefined ? (page.after ?? 0) : decodeCursor(page.cursor, position)[0];
    const found = await this.imports.find(id, holder);
    if (found === undefined) throw new Problem('not-found', 'You have no import with this id.');
    const receipts = await this.imports.receipts(id, after, page.limit);
    const { items, next } = pageOf(receipts, page.limit, (one) => [one.position]);
    return { ...found, items: items.map(({ receipt }) => receipt), ...(next !== undefined && { next }) };
  }
}
