import { ledgerAppended } from '@accord/contracts/events/ledger-appended';
import { Roles } from '@accord/service/authentication';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { bigint } from '../rows/posting-row.js';
import { readRows } from '../rows/read-rows.js';

const entry = ledgerAppended.data;
const entryRow = z.object({ number: bigint, at: z.date(), epoch: z.int(), leaf: z.unknown() });
const query = z.strictObject({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What was agreed, permitted and stopped, in its order. No personal data is in it. */
@Controller('v1/ledger/entries')
@ApiTags('ledger')
@ApiBearerAuth()
export class LedgerController {
  constructor(private readonly db: DataSource) {}

  @Get()
  @Roles('operator')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(entry), next: z.int().optional() }) })
  async list(@Query({ schema: query }) { from, limit }: z.infer<typeof query>) {
    const sql = 'select number, at, epoch, leaf from ledger_entry where number >= $1 order by number limit $2';
    const rows = await readRows(this.db, entryRow, sql, [from, limit]);
    const items = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    const last = items.at(-1);
    return { items, ...(items.length === limit && last !== undefined && { next: last.number + 1 }) };
  }
}
