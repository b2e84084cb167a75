import { offerDraft, type OfferDraft } from '@accord/contracts/offer';
import { Roles } from '@accord/service/authentication';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { ValidateOffer, validationAnswer } from './validate-offer.js';

@ApiTags('offers')
@Controller('v1/offers/validation')
export class ValidationController {
  constructor(private readonly validateOffer: ValidateOffer) {}

  @ApiOperation({ summary: 'Check an offer without submitting it: every finding, nothing stored' })
  @ApiOkResponse({ standardSchema: validationAnswer })
  @Roles('employer', 'moderator', 'operator')
  @HttpCode(200)
  @Post()
  validate(@Body({ schema: offerDraft }) draft: OfferDraft) {
    return this.validateOffer.execute(draft);
  }
}
