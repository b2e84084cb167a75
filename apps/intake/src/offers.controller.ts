import { offerDraft, type OfferDraft } from '@accord/contracts/offer';
import { offerState } from '@accord/contracts/offer-state';
import { dayOrInstant } from '@accord/contracts/show-dates';
import { pageQuery } from '@accord/service/cursor';
import { ifMatchVersion, optionalIdempotencyKey } from '@accord/service/headers';
import { Body, Controller, Get, Headers, Param, Post, Put, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { offerAccepted, type OfferAccepted, offerList, type OfferList, offerView, type OfferView } from './answers.js';
import type { Employer } from './employer.js';
import { CurrentEmployer, ForEmployers } from './mandates/acting.js';
import { ListOffers } from './list-offers.js';
import { ReviseOffer } from './revise-offer.js';
import { RevisionHeaders } from './revision-headers.interceptor.js';
import { ShowOffer } from './show-offer.js';
import { SubmitOffer } from './submit-offer.js';

const listQuery = z.strictObject({
  ...pageQuery,
  reference: z.string().min(1).max(255).optional(),
  state: offerState.optional(),
  /** Whose last day is before this one, or whose last moment before this one. */
  closingBefore: dayOrInstant.optional(),
});

/** An employer's offers: submit, list, read, revise. */
@ApiTags('offers')
@ApiBearerAuth()
@Controller('v1/offers')
@ForEmployers()
export class OffersController {
  constructor(
    private readonly submitOffer: SubmitOffer,
    private readonly reviseOffer: ReviseOffer,
    private readonly showOffer: ShowOffer,
    private readonly listOffers: ListOffers,
  ) {}

  @Post()
  @UseInterceptors(RevisionHeaders)
  @ApiCreatedResponse({ standardSchema: offerAccepted })
  @ApiHeader({ name: 'Idempotency-Key', description: 'The same key and body again: the same answer.' })
  submit(
    @CurrentEmployer() employer: Employer,
    @Body({ schema: offerDraft }) draft: OfferDraft,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<OfferAccepted> {
    return this.submitOffer.execute(employer, draft, optionalIdempotencyKey(key));
  }

  @Get()
  @ApiOkResponse({ standardSchema: offerList })
  list(
    @CurrentEmployer() employer: Employer,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<OfferList> {
    return this.listOffers.execute(employer, query);
  }

  @Get(':id')
  @UseInterceptors(RevisionHeaders)
  @ApiOkResponse({ standardSchema: offerView })
  show(@CurrentEmployer() employer: Employer, @Param('id', { schema: z.uuid() }) id: string): Promise<OfferView> {
    return this.showOffer.execute(employer, id);
  }

  @Put(':id')
  @UseInterceptors(RevisionHeaders)
  @ApiOkResponse({ standardSchema: offerAccepted })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the revision you read.' })
  revise(
    @CurrentEmployer() employer: Employer,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: offerDraft }) draft: OfferDraft,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<OfferAccepted> {
    return this.reviseOffer.execute(employer, id, draft, ifMatchVersion(ifMatch));
  }
}
