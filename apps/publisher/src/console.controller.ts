import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { pageQuery } from '@accord/service/cursor';
import { Cost } from '@accord/service/rate-limit';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { delivery, deliveryWithReply } from './delivery-answer.js';
import { deliveryFilters } from './domain/delivery-query.js';
import { ListDeliveries } from './list-deliveries.js';
import { SendTestEvent, testEventAnswer } from './send-test-event.js';

const query = z.strictObject({ ...deliveryFilters, ...pageQuery });
const page = z.object({ items: z.array(delivery), next: z.string().optional() }).meta({ title: 'DeliveryPage' });
const testEvent = z.strictObject({ message: z.string().trim().min(1).max(200).default('Test') });

/** What a partner sees of its own deliveries. */
@ApiTags('console')
@Roles('partner')
@Controller('v1/partners/me')
export class ConsoleController {
  constructor(
    private readonly deliveries: ListDeliveries,
    private readonly testEvents: SendTestEvent,
  ) {}

  @ApiOperation({ summary: 'Requests to your endpoint, newest first' })
  @ApiOkResponse({ standardSchema: page })
  @Get('deliveries')
  list(@CurrentSubject() { id: partner }: Subject, @Query({ schema: query }) asked: z.infer<typeof query>) {
    return this.deliveries.execute({ ...asked, partner });
  }

  @ApiOperation({ summary: 'One request, with what you answered' })
  @ApiOkResponse({ standardSchema: deliveryWithReply })
  @Get('deliveries/:id')
  read(@CurrentSubject() { id: partner }: Subject, @Param('id', { schema: z.uuid() }) id: string) {
    return this.deliveries.one(id, partner);
  }

  @ApiOperation({
    summary: 'Have a signed test event sent to your endpoint, now; an endpoint that was gone is back if it takes it',
  })
  @ApiOkResponse({ standardSchema: testEventAnswer })
  @HttpCode(200)
  @Cost(50)
  @Post('test-events')
  test(
    @CurrentSubject() { id: partner }: Subject,
    @Body({ schema: testEvent }) { message }: z.infer<typeof testEvent>,
  ) {
    return this.testEvents.execute(partner, message);
  }
}
