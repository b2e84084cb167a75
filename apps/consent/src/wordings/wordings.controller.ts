import { Public } from '@accord/service/authentication';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { listWordings, wording } from './wording.store.js';

const query = z.strictObject({ language: z.enum(['fr', 'en']).optional() });

@Controller('v1/wordings')
@ApiTags('agreements')
export class WordingsController {
  constructor(private readonly db: DataSource) {}

  /** The texts that an agreement may name. */
  @Get()
  @Public()
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(wording) }) })
  async list(@Query({ schema: query }) { language }: z.infer<typeof query>) {
    return { items: await listWordings(this.db, language) };
  }
}
