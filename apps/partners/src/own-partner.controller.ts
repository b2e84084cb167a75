import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import {
  changedPartner,
  endpointView,
  newEndpoint,
  type NewEndpoint,
  partnerProfile,
  type PartnerProfile,
  shownSecrets,
} from './bodies.js';
import { ChangePartner } from './change-partner.js';
import { Directory } from './directory.js';
import { PostingCounts } from './posting-counts.js';

/** A partner's own affairs. Whose they are is the token's word, never the path's. */
@ApiTags('partner self-service')
@ApiBearerAuth()
@Controller('v1/partners/me')
@Roles('partner')
export class OwnPartnerController {
  constructor(
    private readonly directory: Directory,
    private readonly partners: ChangePartner,
    private readonly counts: PostingCounts,
  ) {}

  @Get('profile')
  async profile(@CurrentSubject() who: Subject) {
    const { partner } = await this.directory.find(who.id);
    return { ...(await this.partners.read(who.id)), declaredConditions: partner.declared };
  }

  @Put('profile')
  @ApiOkResponse({ standardSchema: changedPartner })
  setProfile(@CurrentSubject() who: Subject, @Body({ schema: partnerProfile }) body: PartnerProfile) {
    return this.partners.byPartner(who.id, body);
  }

  @Get('endpoints')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(endpointView) }) })
  async endpoints(@CurrentSubject() who: Subject) {
    const { endpoint } = await this.directory.find(who.id);
    if (endpoint === null) return { items: [] };
    const { id, url, format, signing, paused } = endpoint;
    return { items: [{ id, url, format, signing, paused }] };
  }

  /** The secret is in this answer and in no other. */
  @Post('endpoints')
  @ApiCreatedResponse({ standardSchema: shownSecrets.extend({ id: z.uuid() }) })
  setEndpoint(@CurrentSubject() who: Subject, @Body({ schema: newEndpoint }) body: NewEndpoint) {
    return this.partners.setEndpoint(who.id, body);
  }

  @Delete('endpoints/:id')
  @HttpCode(204)
  removeEndpoint(@CurrentSubject() who: Subject, @Param('id', { schema: z.uuid() }) id: string) {
    return this.partners.removeEndpoint(who.id, id);
  }

  /** A new secret; the one before goes on signing beside it for a day. */
  @Post('secrets/rotation')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: shownSecrets })
  rotate(@CurrentSubject() who: Subject, @Body({ schema: z.strictObject({}).optional() }) _body?: object) {
    return this.partners.rotate(who.id);
  }

  @Post('pause')
  @HttpCode(204)
  pause(@CurrentSubject() who: Subject, @Body({ schema: z.strictObject({}).optional() }) _body?: object) {
    return this.partners.pause(who.id, true);
  }

  @Delete('pause')
  @HttpCode(204)
  resume(@CurrentSubject() who: Subject) {
    return this.partners.pause(who.id, false);
  }

  /** Offers by where they stand here. */
  @Get('statistics')
  statistics(@CurrentSubject() who: Subject) {
    return this.counts.of(who.id);
  }
}
