import { Public } from '@accord/service/authentication';
import { decodeCursor, pageOf, pageQuery } from '@accord/service/cursor';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { checkpointView } from './ledger-answers.js';
import { listCheckpoints } from './tree.store.js';

const position = z.tuple([z.int().positive()]);
const query = z.strictObject(pageQuery);

/** What anyone may keep, so that nobody can rewrite the ledger unseen. */
@Controller('v1/ledger')
@ApiTags('ledger')
export class CheckpointsController {
  constructor(private readonly db: DataSource) {}

  /** Signed roots of the ledger, the newest first. They tell how much was entered, and nothing of what. */
  @Get('checkpoints')
  @Public()
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(checkpointView), next: z.string().optional() }) })
  async list(@Query({ schema: query }) { cursor, limit }: z.infer<typeof query>) {
    const [below] = cursor === undefined ? [] : decodeCursor(cursor, position);
    const rows = await listCheckpoints(this.db, below, limit + 1);
    return pageOf(rows, limit, ({ treeSize }) => [treeSize]);
  }
}
