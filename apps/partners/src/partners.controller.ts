import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { partnerId } from '@accord/contracts/primitives';
import { z } from 'zod';

import {
  changedPartner,
  haltBody,
  newPartner,
  type NewPartner,
  partnerChange,
  type PartnerChange,
  partnerView,
} from './bodies.js';
import { ChangePartner, viewOf } from './change-partner.js';
import { Directory } from './directory.js';
import { HaltPartner } from './halt-partner.js';

/** The directory: everybody with a token reads it, the operator changes it. */
@ApiTags('partners')
@ApiBearerAuth()
@Controller('v1/partners')
@Roles('operator')
export class PartnersController {
  constructor(
    private readonly directory: Directory,
    private readonly partners: ChangePartner,
    private readonly haltPartner: HaltPartner,
  ) {}

  @Get()
  @Roles('employer', 'partner', 'moderator', 'operator')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(partnerView) }) })
  async list() {
    return { items: (await this.directory.list()).map(viewOf) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: partnerView })
  add(@CurrentSubject() who: Subject, @Body({ schema: newPartner }) body: NewPartner) {
    return this.partners.add(body, who.id);
  }

  @Get(':id')
  @Roles('employer', 'partner', 'moderator', 'operator')
  @ApiOkResponse({ standardSchema: partnerView })
  read(@Param('id', { schema: partnerId }) id: string) {
    return this.partners.read(id);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: changedPartner })
  change(
    @CurrentSubject() who: Subject,
    @Param('id', { schema: partnerId }) id: string,
    @Body({ schema: partnerChange }) body: PartnerChange,
  ) {
    return this.partners.byOperator(id, body, who.id);
  }

  /** Kill switch. */
  @Post(':id/halt')
  @HttpCode(200)
  halt(
    @CurrentSubject() who: Subject,
    @Param('id', { schema: partnerId }) id: string,
    @Body({ schema: haltBody }) { reason }: z.infer<typeof haltBody>,
  ) {
    return this.haltPartner.execute(id, false, { actor: who.id, reason });
  }

  @Delete(':id/halt')
  lift(@CurrentSubject() who: Subject, @Param('id', { schema: partnerId }) id: string) {
    return this.haltPartner.execute(id, true, { actor: who.id, reason: 'lifted' });
  }
}
