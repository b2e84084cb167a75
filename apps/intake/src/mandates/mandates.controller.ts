import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { pageQuery } from '@accord/service/cursor';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import {
  type MandateEnd,
  mandateEnd,
  type MandateList,
  mandateList,
  mandateState,
  type MandateView,
  mandateView,
  type NewMandate,
  newMandate,
} from './bodies.js';
import { ChangeMandate } from './change-mandate.js';
import { GiveMandate } from './give-mandate.js';
import { ShowMandates, type Viewer } from './show-mandates.js';

const mandateId = { schema: z.uuid() };
const listQuery = z.strictObject({ ...pageQuery, state: mandateState.optional() });
const nothing = z.strictObject({}).optional();

const viewerOf = ({ role, id }: Subject): Viewer =>
  role === 'operator' ? { role: 'operator', id } : { role: 'party', siren: id };

/** Who may act for an employer: an agency, a school. Nobody gives or confirms one on behalf of somebody else. */
@ApiTags('mandates')
@ApiBearerAuth()
@Controller('v1/mandates')
@Roles('employer', 'operator')
export class MandatesController {
  constructor(
    private readonly giveMandate: GiveMandate,
    private readonly changeMandate: ChangeMandate,
    private readonly showMandates: ShowMandates,
  ) {}

  /** An employer names an agent, and grants at once; an agent names the employer, proves, and waits. */
  @Post()
  @Roles('employer')
  @ApiCreatedResponse({ standardSchema: mandateView })
  give(@CurrentSubject() who: Subject, @Body({ schema: newMandate }) body: NewMandate): Promise<MandateView> {
    return this.giveMandate.execute(who.id, body);
  }

  @Get()
  @ApiOkResponse({ standardSchema: mandateList })
  list(
    @CurrentSubject() who: Subject,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<MandateList> {
    return this.showMandates.all(viewerOf(who), query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: mandateView })
  one(@CurrentSubject() who: Subject, @Param('id', mandateId) id: string): Promise<MandateView> {
    return this.showMandates.one(viewerOf(who), id);
  }

  /** By the employer, or an operator who saw the proof. */
  @Post(':id/confirmation')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mandateView })
  confirm(
    @CurrentSubject() who: Subject,
    @Param('id', mandateId) id: string,
    @Body({ schema: nothing }) _body?: object,
  ): Promise<MandateView> {
    return this.changeMandate.confirm(viewerOf(who), id);
  }

  /** By either side, or an operator; a declared one is refused so. */
  @Post(':id/end')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mandateView })
  end(
    @CurrentSubject() who: Subject,
    @Param('id', mandateId) id: string,
    @Body({ schema: mandateEnd }) body: MandateEnd,
  ): Promise<MandateView> {
    return this.changeMandate.end(viewerOf(who), id, body?.reason);
  }
}
