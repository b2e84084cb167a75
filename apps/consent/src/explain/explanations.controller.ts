import { partnerId } from '@accord/contracts/primitives';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { ExplainOffer } from './explain-offer.js';
import { offerExplanation, offerPassport } from './explanation-answers.js';
import { MakePassport } from './make-passport.js';

const id = { schema: z.uuid() };
const query = z.strictObject({ partner: partnerId });

@Controller('v1/offers/:id')
@ApiTags('agreements')
@ApiBearerAuth()
@Roles('employer', 'partner', 'operator')
export class ExplanationsController {
  constructor(
    private readonly explainOffer: ExplainOffer,
    private readonly makePassport: MakePassport,
  ) {}

  /** Every gate on the way of the offer to one partner, passed or not, with the data that decided it. */
  @Get('explanation')
  @ApiOkResponse({ standardSchema: offerExplanation })
  explain(
    @CurrentSubject() subject: Subject,
    @Param('id', id) offerId: string,
    @Query({ schema: query }) { partner }: z.infer<typeof query>,
  ) {
    return this.explainOffer.execute(subject, offerId, partner);
  }

  /** For each partner what was sent, under which agreement, and what it answered; `signed` is the same as a JWS. */
  @Get('passport')
  @ApiOkResponse({ standardSchema: offerPassport })
  passport(@CurrentSubject() subject: Subject, @Param('id', id) offerId: string) {
    return this.makePassport.execute(subject, offerId);
  }
}
