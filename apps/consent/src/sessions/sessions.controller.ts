import {
  fenceSession,
  openSession,
  sessionFenced,
  sessionList,
  sessionOpened,
} from '@accord/contracts/internal/sessions';
import { ServiceOnly } from '@accord/service/service-only';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { FenceSession } from './fence-session.js';
import { OpenSession } from './open-session.js';
import { openSessions } from './session.store.js';

@Controller('internal/v1/sessions')
@ServiceOnly('publisher', 'launcher')
export class SessionsController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly fenceSession: FenceSession,
    private readonly db: DataSource,
  ) {}

  @Post()
  @ApiCreatedResponse({ standardSchema: sessionOpened })
  open(@Body({ schema: openSession }) { process }: z.infer<typeof openSession>) {
    return this.openSession.execute(process);
  }

  @Get()
  @ApiOkResponse({ standardSchema: sessionList })
  async list(): Promise<z.infer<typeof sessionList>> {
    const sessions = await openSessions(this.db);
    return {
      sessions: sessions.map(({ session, process, openedAt }) => ({
        session,
        process,
        openedAt: openedAt.toISOString(),
      })),
    };
  }

  @Post(':id/fence')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: sessionFenced })
  async fence(
    @Param('id', { schema: z.uuid() }) session: string,
    @Body({ schema: fenceSession }) { evidence }: z.infer<typeof fenceSession>,
  ): Promise<z.infer<typeof sessionFenced>> {
    const { fencedAt, closesAt, permits } = await this.fenceSession.execute(session, evidence);
    return { session, fencedAt: fencedAt.toISOString(), closesAt: closesAt.toISOString(), permits };
  }
}
