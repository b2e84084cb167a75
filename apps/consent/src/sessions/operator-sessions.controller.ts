import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { FenceSession } from './fence-session.js';
import { openSessions } from './session.store.js';

const word = z.strictObject({
  /** Why it is certain that nothing more can leave that process. */
  word: z.string().trim().min(3).max(500),
});

/** An operator's word, where no supervisor and no successor can prove that a publisher process is dead. */
@Controller('v1/sessions')
@ApiTags('operations')
@ApiBearerAuth()
@Roles('operator')
export class OperatorSessionsController {
  constructor(
    private readonly fenceSession: FenceSession,
    private readonly db: DataSource,
  ) {}

  @Get()
  async list() {
    return { items: await openSessions(this.db) };
  }

  @Post(':id/fence')
  @HttpCode(200)
  @ApiOkResponse({ description: 'Fenced; its permits close two seconds later' })
  fence(
    @CurrentSubject() operator: Subject,
    @Param('id', { schema: z.uuid() }) session: string,
    @Body({ schema: word }) given: z.infer<typeof word>,
  ) {
    return this.fenceSession.execute(session, { kind: 'operator', operator: operator.id, word: given.word });
  }
}
