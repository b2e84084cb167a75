import { employerEvent } from '@accord/contracts/employer-event';
import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';

import type { Employer } from '../employer.js';
import { CurrentEmployer, ForEmployers } from '../mandates/acting.js';
import { OpenStream } from './open-stream.js';

/** What happens to an offer, as it happens. */
@ApiTags('offers')
@ApiBearerAuth()
@Controller('v1/offers/:id/events')
@ForEmployers()
export class OfferEventsController {
  constructor(private readonly openStream: OpenStream) {}

  /** Server-sent events; each one's `data` is what a subscription's webhook holds. */
  @Get()
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', description: 'The last id you saw: the stream goes on after it.' })
  @ApiOkResponse({ standardSchema: employerEvent })
  events(
    @CurrentEmployer() employer: Employer,
    @Param('id', { schema: z.uuid() }) id: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    return this.openStream.execute(employer, id, lastEventId, response);
  }
}
