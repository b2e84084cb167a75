import { dayOrInstant } from '@accord/contracts/show-dates';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { pageQuery } from '@accord/service/cursor';
import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { offerAccepted, type OfferAccepted, revisionList, type RevisionList } from './answers.js';
import { employerOf } from './employer.js';
import { ListRevisions } from './list-revisions.js';
import { RenewOffer } from './renew-offer.js';
import { RevisionHeaders } from './revision-headers.interceptor.js';

const offerId = { schema: z.uuid() };
/** Left out, it is on show for the default time from today. */
const renewal = z.strictObject({ closesOn: dayOrInstant.optional() }).optional();
const page = z.strictObject(pageQuery);

/** The texts of an offer, one after the other. */
@ApiTags('offers')
@ApiBearerAuth()
@Controller('v1/offers/:id')
@Roles('employer')
export class OfferTextsController {
  constructor(
    private readonly renewOffer: RenewOffer,
    private readonly listRevisions: ListRevisions,
  ) {}

  @Post('renewal')
  @HttpCode(200)
  @UseInterceptors(RevisionHeaders)
  @ApiOkResponse({ standardSchema: offerAccepted })
  renew(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Body({ schema: renewal }) body: z.infer<typeof renewal>,
  ): Promise<OfferAccepted> {
    return this.renewOffer.execute(employerOf(who), id, body?.closesOn);
  }

  @Get('revisions')
  @ApiOkResponse({ standardSchema: revisionList })
  revisions(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Query({ schema: page }) query: z.infer<typeof page>,
  ): Promise<RevisionList> {
    return this.listRevisions.execute(who.id, id, query);
  }
}
