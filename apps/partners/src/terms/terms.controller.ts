import { partnerId } from '@accord/contracts/primitives';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { changedPartner } from '../bodies.js';
import { PartnerTerms } from './partner-terms.js';
import { newTerms, type NewTerms, termsConfirmation, type TermsConfirmation, termsView } from './terms-bodies.js';

const list = z.object({ items: z.array(termsView) });
const version = { schema: z.coerce.number().int().positive().max(2_147_483_647) };

/** What a partner asks of those whose offers it shows: its own terms, in versions. `me` stands for whoever asks. */
@ApiTags('partner terms')
@ApiBearerAuth()
@Controller('v1/partners')
export class TermsController {
  constructor(private readonly terms: PartnerTerms) {}

  @Get('me/terms')
  @Roles('partner')
  @ApiOkResponse({ standardSchema: list })
  async own(@CurrentSubject() who: Subject) {
    return { items: await this.terms.list(who.id, { unconfirmed: true }) };
  }

  /** Another version, in force once an operator has confirmed it. */
  @Post('me/terms')
  @Roles('partner')
  @ApiCreatedResponse({ standardSchema: termsView })
  publish(@CurrentSubject() who: Subject, @Body({ schema: newTerms }) body: NewTerms) {
    return this.terms.publish(who.id, body);
  }

  /** The newest first; what waits for its confirmation is for operators only. */
  @Get(':id/terms')
  @Roles('employer', 'partner', 'moderator', 'operator')
  @ApiOkResponse({ standardSchema: list })
  async of(@CurrentSubject() who: Subject, @Param('id', { schema: partnerId }) id: string) {
    return { items: await this.terms.list(id, { unconfirmed: who.role === 'operator' }) };
  }

  /** Where the change is material, agreements given before count no longer there, at once, until they are renewed. */
  @Post(':id/terms/:version/confirmation')
  @HttpCode(200)
  @Roles('operator')
  @ApiOkResponse({ standardSchema: changedPartner })
  confirm(
    @CurrentSubject() who: Subject,
    @Param('id', { schema: partnerId }) id: string,
    @Param('version', version) number: number,
    @Body({ schema: termsConfirmation }) body: TermsConfirmation,
  ) {
    return this.terms.confirm(id, number, body, who.id);
  }
}
