import { Roles } from '@accord/service/authentication';
import { pageQuery } from '@accord/service/cursor';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { delivery, deliveryWithReply } from './delivery-answer.js';
import { deliveryFilters, partnerFilter } from './domain/delivery-query.js';
import { ListDeliveries } from './list-deliveries.js';

const query = z.strictObject({ ...deliveryFilters, ...partnerFilter, ...pageQuery });
const page = z.object({ items: z.array(delivery), next: z.string().optional() }).meta({ title: 'DeliveryPage' });

@ApiTags('deliveries')
@Roles('operator')
@Controller('v1/deliveries')
export class DeliveriesController {
  constructor(private readonly deliveries: ListDeliveries) {}

  @ApiOperation({ summary: 'Every request to a partner, newest first' })
  @ApiOkResponse({ standardSchema: page })
  @Get()
  list(@Query({ schema: query }) asked: z.infer<typeof query>) {
    return this.deliveries.execute(asked);
  }

  @ApiOperation({ summary: 'One request, with what the partner answered' })
  @ApiOkResponse({ standardSchema: deliveryWithReply })
  @Get(':id')
  read(@Param('id', { schema: z.uuid() }) id: string) {
    return this.deliveries.one(id);
  }
}
