import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { ImportStore } from './import.store.js';
import type { ImportView } from './receipt.js';

const position = z.tuple([z.int()]);

/** The receipts of an import again, for whoever lost the connection. */
@Injectable()
export class ShowImport {
  constructor(private readonly imports: ImportStore) {}

  /** @throws Problem not-found, invalid-request */
  async execute(holder: string, id: string, page: { cursor?: string; limit: number }): Promise<ImportView> {
    const after = page.cursor === undefined ? 0 : decodeCursor(page.cursor, position)[0];
    const found = await this.imports.find(id, holder);
    if (found === undefined) throw new Problem('not-found', 'You have no import with this id.');
    const receipts = await this.imports.receipts(id, after, page.limit);
    const { items, next } = pageOf(receipts, page.limit, ({ line }) => [line]);
    return { ...found, items: [...items], ...(next !== undefined && { next }) };
  }
}
