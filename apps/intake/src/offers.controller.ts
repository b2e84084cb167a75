import { offerDraft, type OfferDraft } from '@accord/contracts/offer';
import { offerState } from '@accord/contracts/offer-state';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { pageQuery } from '@accord/service/cursor';
import { etagOf, ifMatchVersion, optionalIdempotencyKey } from '@accord/service/headers';
import { Body, Controller, Get, Header, Headers, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';

import { offerAccepted, type OfferAccepted, offerList, type OfferList, offerView, type OfferView } from './answers.js';
import { employerOf } from './employer.js';
import { ListOffers } from './list-offers.js';
import { ReviseOffer } from './revise-offer.js';
import { ShowOffer } from './show-offer.js';
import { SubmitOffer } from './submit-offer.js';

const listQuery = z.strictObject({
  ...pageQuery,
  reference: z.string().min(1).max(255).optional(),
  state: offerState.optional(),
});

/** An employer's offers: submit, list, read, revise. */
@ApiTags('offers')
@ApiBearerAuth()
@Controller('v1/offers')
@Roles('employer')
export class OffersController {
  constructor(
    private readonly submitOffer: SubmitOffer,
    private readonly reviseOffer: ReviseOffer,
    private readonly showOffer: ShowOffer,
    private readonly listOffers: ListOffers,
  ) {}

  @Post()
  @ApiCreatedResponse({ standardSchema: offerAccepted })
  @ApiHeader({ name: 'Idempotency-Key', description: 'The same key and body again: the same answer.' })
  async submit(
    @CurrentSubject() who: Subject,
    @Body({ schema: offerDraft }) draft: OfferDraft,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OfferAccepted> {
    const answer = await this.submitOffer.execute(employerOf(who), draft, optionalIdempotencyKey(key));
    response.set({ location: `/v1/offers/${answer.id}`, etag: etagOf(answer.revision) });
    return answer;
  }

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: offerList })
  list(
    @CurrentSubject() who: Subject,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<OfferList> {
    return this.listOffers.execute(who.id, query);
  }

  /** The ETag is the text's: states come and go without one, so no request is ever answered 304. */
  @Get(':id')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ standardSchema: offerView })
  async show(
    @CurrentSubject() who: Subject,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OfferView> {
    const view = await this.showOffer.execute(who.id, id);
    response.req.headers['if-none-match'] = undefined;
    response.set('etag', etagOf(view.revision));
    return view;
  }

  @Put(':id')
  @ApiOkResponse({ standardSchema: offerAccepted })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the revision you read.' })
  async revise(
    @CurrentSubject() who: Subject,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: offerDraft }) draft: OfferDraft,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OfferAccepted> {
    const answer = await this.reviseOffer.execute(employerOf(who), id, draft, ifMatchVersion(ifMatch));
    response.set('etag', etagOf(answer.revision));
    return answer;
  }
}
