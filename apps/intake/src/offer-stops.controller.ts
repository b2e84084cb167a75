import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { offerAccepted, type OfferAccepted, offerStopped, offerStopping, type StopView } from './answers.js';
import { employerOf } from './employer.js';
import { ReopenOffer } from './reopen-offer.js';
import { ShowStop } from './show-stop.js';
import { StopOffer } from './stop-offer.js';
import { StopStatus } from './stop-status.interceptor.js';

const offerId = { schema: z.uuid() };
/** A code, or words; words stay with us. */
const reason = z.string().trim().min(1).max(200).optional();
const reasonQuery = z.strictObject({ reason });
/** The whole body may be left out. */
const reasonBody = z.strictObject({ reason }).optional();
type ReasonBody = z.infer<typeof reasonBody>;

/** An offer comes down by its employer's word, or is to be shown again. */
@ApiTags('offers')
@ApiBearerAuth()
@Controller('v1/offers/:id')
@Roles('employer')
export class OfferStopsController {
  constructor(
    private readonly stopOffer: StopOffer,
    private readonly reopenOffer: ReopenOffer,
    private readonly showStop: ShowStop,
  ) {}

  /** Withdraws it for good. */
  @Delete()
  @UseInterceptors(StopStatus)
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  withdraw(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Query({ schema: reasonQuery }) query: z.infer<typeof reasonQuery>,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<StopView> {
    return this.stopOffer.execute(employerOf(who), id, 'withdraw', query.reason ?? body?.reason);
  }

  @Post('suspension')
  @UseInterceptors(StopStatus)
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  suspend(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<StopView> {
    return this.stopOffer.execute(employerOf(who), id, 'suspend', body?.reason);
  }

  @Delete('suspension')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: offerAccepted })
  resume(@CurrentSubject() who: Subject, @Param('id', offerId) id: string): Promise<OfferAccepted> {
    return this.reopenOffer.execute(employerOf(who), id, 'suspended');
  }

  /** Somebody was found. */
  @Post('filling')
  @UseInterceptors(StopStatus)
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  fill(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Body({ schema: reasonBody }) body: ReasonBody,
  ): Promise<StopView> {
    return this.stopOffer.execute(employerOf(who), id, 'fill', body?.reason);
  }

  @Delete('filling')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: offerAccepted })
  reopen(@CurrentSubject() who: Subject, @Param('id', offerId) id: string): Promise<OfferAccepted> {
    return this.reopenOffer.execute(employerOf(who), id, 'filled');
  }

  /** How far the last stop is. */
  @Get('stop')
  @UseInterceptors(StopStatus)
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  stopStatus(@CurrentSubject() who: Subject, @Param('id', offerId) id: string): Promise<StopView> {
    return this.showStop.execute(who.id, id);
  }
}
