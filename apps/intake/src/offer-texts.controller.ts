import { dayOrInstant } from '@accord/contracts/show-dates';
import { pageQuery } from '@accord/service/cursor';
import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import {
  offerAccepted,
  type OfferAccepted,
  type RevisionComparison,
  revisionComparison,
  type RevisionList,
  revisionList,
  type RevisionView,
  revisionView,
} from './answers.js';
import type { Employer } from './employer.js';
import { CurrentEmployer, ForEmployers } from './mandates/acting.js';
import { RenewOffer } from './renew-offer.js';
import { RevisionHeaders } from './revision-headers.interceptor.js';
import { ShowRevisions } from './show-revisions.js';

const offerId = { schema: z.uuid() };
/** Left out, it is on show for the default time from today. */
const renewal = z.strictObject({ closesOn: dayOrInstant.optional() }).optional();
const page = z.strictObject(pageQuery);
const revisionNumber = z.coerce.number().int().min(1).max(1_000_000_000);
const comparison = z.strictObject({ from: revisionNumber, to: revisionNumber });

/** The texts of an offer, one after the other. */
@ApiTags('offers')
@ApiBearerAuth()
@Controller('v1/offers/:id')
@ForEmployers()
export class OfferTextsController {
  constructor(
    private readonly renewOffer: RenewOffer,
    private readonly showRevisions: ShowRevisions,
  ) {}

  @Post('renewal')
  @HttpCode(200)
  @UseInterceptors(RevisionHeaders)
  @ApiOkResponse({ standardSchema: offerAccepted })
  renew(
    @CurrentEmployer() employer: Employer,
    @Param('id', offerId) id: string,
    @Body({ schema: renewal }) body: z.infer<typeof renewal>,
  ): Promise<OfferAccepted> {
    return this.renewOffer.execute(employer, id, body?.closesOn);
  }

  @Get('revisions')
  @ApiOkResponse({ standardSchema: revisionList })
  revisions(
    @CurrentEmployer() employer: Employer,
    @Param('id', offerId) id: string,
    @Query({ schema: page }) query: z.infer<typeof page>,
  ): Promise<RevisionList> {
    return this.showRevisions.all(employer, id, query);
  }

  /** What one revision changes against another. */
  @Get('revisions/comparison')
  @ApiOkResponse({ standardSchema: revisionComparison })
  compare(
    @CurrentEmployer() employer: Employer,
    @Param('id', offerId) id: string,
    @Query({ schema: comparison }) query: z.infer<typeof comparison>,
  ): Promise<RevisionComparison> {
    return this.showRevisions.compare(employer, id, query);
  }

  @Get('revisions/:revision')
  @ApiOkResponse({ standardSchema: revisionView })
  revision(
    @CurrentEmployer() employer: Employer,
    @Param('id', offerId) id: string,
    @Param('revision', { schema: revisionNumber }) revision: number,
  ): Promise<RevisionView> {
    return this.showRevisions.one(employer, id, revision);
  }
}
