import { pageQuery } from '@accord/service/cursor';
import { Cost } from '@accord/service/rate-limit';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import type { Employer } from '../employer.js';
import { CurrentEmployer, ForEmployers } from '../mandates/acting.js';

import {
  createdSubscription,
  deliveryList,
  deliveryState,
  type NewSubscription,
  newSubscription,
  shownSecrets,
  type SubscriptionChange,
  subscriptionChange,
  subscriptionView,
  testAnswer,
  testMessage,
} from './bodies.js';
import { ChangeSubscription } from './change-subscription.js';
import { ListDeliveries } from './list-deliveries.js';
import { SendTest } from './send-test.js';
import { ShowSubscriptions } from './show-subscriptions.js';

const subscriptionId = { schema: z.uuid() };
const deliveriesQuery = z.strictObject({ ...pageQuery, state: deliveryState.optional() });
const nothing = z.strictObject({}).optional();

/** Signed webhooks to an employer's software, on what happens to its offers. */
@ApiTags('subscriptions')
@ApiBearerAuth()
@Controller('v1/subscriptions')
@ForEmployers()
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: ChangeSubscription,
    private readonly show: ShowSubscriptions,
    private readonly listDeliveries: ListDeliveries,
    private readonly sendTest: SendTest,
  ) {}

  /** The secret is in this answer and in no other. */
  @Post()
  @ApiCreatedResponse({ standardSchema: createdSubscription })
  add(@CurrentEmployer() employer: Employer, @Body({ schema: newSubscription }) body: NewSubscription) {
    return this.subscriptions.add(employer, body);
  }

  @Get()
  @ApiOkResponse({ standardSchema: z.strictObject({ items: z.array(subscriptionView) }) })
  async list(@CurrentEmployer() employer: Employer) {
    return { items: await this.show.all(employer) };
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: subscriptionView })
  one(@CurrentEmployer() employer: Employer, @Param('id', subscriptionId) id: string) {
    return this.show.one(employer, id);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: subscriptionView })
  change(
    @CurrentEmployer() employer: Employer,
    @Param('id', subscriptionId) id: string,
    @Body({ schema: subscriptionChange }) body: SubscriptionChange,
  ) {
    return this.subscriptions.change(employer, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CurrentEmployer() employer: Employer, @Param('id', subscriptionId) id: string) {
    return this.subscriptions.end(employer, id);
  }

  /** Sends `subscription.test`, and answers what the endpoint answered. */
  @Post(':id/test')
  @HttpCode(200)
  @Cost(10)
  @ApiOkResponse({ standardSchema: testAnswer })
  test(
    @CurrentEmployer() employer: Employer,
    @Param('id', subscriptionId) id: string,
    @Body({ schema: testMessage }) body: z.infer<typeof testMessage>,
  ) {
    return this.sendTest.execute(employer, id, body?.message);
  }

  /** A new secret; the one before goes on signing beside it for a day. */
  @Post(':id/secrets/rotation')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: shownSecrets })
  rotate(
    @CurrentEmployer() employer: Employer,
    @Param('id', subscriptionId) id: string,
    @Body({ schema: nothing }) _body?: object,
  ) {
    return this.subscriptions.rotate(employer, id);
  }

  @Get(':id/deliveries')
  @ApiOkResponse({ standardSchema: deliveryList })
  deliveries(
    @CurrentEmployer() employer: Employer,
    @Param('id', subscriptionId) id: string,
    @Query({ schema: deliveriesQuery }) query: z.infer<typeof deliveriesQuery>,
  ) {
    return this.listDeliveries.execute(employer, id, query);
  }
}
