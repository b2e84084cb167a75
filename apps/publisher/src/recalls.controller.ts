import { Roles } from '@accord/service/authentication';
import { pageQuery } from '@accord/service/cursor';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { deliveryFilters, partnerFilter } from './domain/delivery-query.js';
import { ListRecalls } from './list-recalls.js';
import { partnerRecalls, recallAnswer } from './recall-answer.js';

const escalated = z.enum(['true', 'false']).transform((text) => text === 'true');
const query = z.strictObject({
  ...deliveryFilters,
  ...partnerFilter,
  escalated: escalated.optional(),
  ...pageQuery,
});
const figuresQuery = z.strictObject({ since: deliveryFilters.since });
const page = z.object({ items: z.array(recallAnswer), next: z.string().optional() }).meta({ title: 'RecallPage' });
const figures = z.object({ items: z.array(partnerRecalls) }).meta({ title: 'RecallsByPartner' });

@ApiTags('recalls')
@Roles('operator')
@Controller('v1/recalls')
export class RecallsController {
  constructor(private readonly recalls: ListRecalls) {}

  @ApiOperation({ summary: 'Offers that came down at partners, newest first: told, confirmed, what their pages show' })
  @ApiOkResponse({ standardSchema: page })
  @Get()
  list(@Query({ schema: query }) asked: z.infer<typeof query>) {
    return this.recalls.execute(asked);
  }

  @ApiOperation({ summary: 'Time to silence of each partner, since a time or in thirty days' })
  @ApiOkResponse({ standardSchema: figures })
  @Get('partners')
  async byPartner(@Query({ schema: figuresQuery }) { since }: z.infer<typeof figuresQuery>) {
    return { items: await this.recalls.byPartner(since) };
  }
}
