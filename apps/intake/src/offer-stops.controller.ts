import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { offerAccepted, type OfferAccepted, offerStopped, offerStopping, type StopView } from './answers.js';
import { reasonsOf } from './domain/stop-reason.js';
import type { Employer } from './employer.js';
import { CurrentEmployer, ForEmployers } from './mandates/acting.js';
import { ReopenOffer } from './reopen-offer.js';
import { ShowStop } from './show-stop.js';
import { StopOffer } from './stop-offer.js';
import { StopStatus } from './stop-status.interceptor.js';

const offerId = { schema: z.uuid() };
const reasonOf = (codes: readonly string[]) =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: `One of ${codes.join(', ')}; or words, which stay with us and count as other` });
/** Words for the employer's own memory; they stay with us. */
const comment = z.string().trim().min(1).max(500).optional();
const withdrawal = z.strictObject({ reason: reasonOf(reasonsOf('withdrawn')), comment });
/** The whole body may be left out. */
const withdrawalBody = withdrawal.optional();
const suspensionBody = z.strictObject({ reason: reasonOf(reasonsOf('suspended')), comment }).optional();
const fillingBody = z
  .strictObject({
    reason: reasonOf(reasonsOf('filled')),
    comment,
    /** How many of the openings found somebody. */
    openings: z.int().positive().max(999).optional(),
  })
  .optional();

/** An offer comes down by its employer's word, or is to be shown again. */
@ApiTags('offers')
@ApiBearerAuth()
@Controller('v1/offers/:id')
@ForEmployers()
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
    @CurrentEmployer() employer: Employer,
    @Param('id', offerId) id: string,
    @Query({ schema: withdrawal }) query: z.infer<typeof withdrawal>,
    @Body({ schema: withdrawalBody }) body: z.infer<typeof withdrawalBody>,
  ): Promise<StopView> {
    return this.stopOffer.execute(employer, id, { kind: 'withdraw', ...body, ...query });
  }

  @Post('suspension')
  @UseInterceptors(StopStatus)
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  suspend(
    @CurrentEmployer() employer: Employer,
    @Param('id', offerId) id: string,
    @Body({ schema: suspensionBody }) body: z.infer<typeof suspensionBody>,
  ): Promise<StopView> {
    return this.stopOffer.execute(employer, id, { kind: 'suspend', ...body });
  }

  @Delete('suspension')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: offerAccepted })
  resume(@CurrentEmployer() employer: Employer, @Param('id', offerId) id: string): Promise<OfferAccepted> {
    return this.reopenOffer.execute(employer, id, 'suspended');
  }

  /** Somebody was found. */
  @Post('filling')
  @UseInterceptors(StopStatus)
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  fill(
    @CurrentEmployer() employer: Employer,
    @Param('id', offerId) id: string,
    @Body({ schema: fillingBody }) body: z.infer<typeof fillingBody>,
  ): Promise<StopView> {
    return this.stopOffer.execute(employer, id, { kind: 'fill', ...body });
  }

  @Delete('filling')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: offerAccepted })
  reopen(@CurrentEmployer() employer: Employer, @Param('id', offerId) id: string): Promise<OfferAccepted> {
    return this.reopenOffer.execute(employer, id, 'filled');
  }

  /** How far the last stop is. */
  @Get('stop')
  @UseInterceptors(StopStatus)
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  stopStatus(@CurrentEmployer() employer: Employer, @Param('id', offerId) id: string): Promise<StopView> {
    return this.showStop.execute(employer, id);
  }
}
