import { offerId, siren } from '@accord/contracts/primitives';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { preferredWaitMs } from '@accord/service/headers';
import { CONFIG } from '@accord/service/kit.module';
import { Body, Controller, Headers, HttpCode, Inject, Post, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { stopped, stopping } from '../agreements/agreement-answers.js';
import type { ConsentConfig } from '../consent.config.js';
import { StopStatus } from '../stops/stop-status.interceptor.js';
import type { StopView } from '../stops/show-stop.js';
import { type Everywhere, StopEverywhere } from './stop-everywhere.js';

const body = z.union([z.strictObject({ offer: offerId }), z.strictObject({ employer: siren })]);

@Controller('v1/stop-everywhere')
@ApiTags('agreements')
@ApiBearerAuth()
@Roles('employer', 'operator')
@UseInterceptors(StopStatus)
export class StopEverywhereController {
  constructor(
    private readonly everywhere: StopEverywhere,
    @Inject(CONFIG) private readonly config: ConsentConfig,
  ) {}

  /** Answers the time to silence of each partner. Removals go out; nothing else does, until it is lifted. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: stopped })
  @ApiAcceptedResponse({ standardSchema: stopping })
  stop(
    @CurrentSubject() subject: Subject,
    @Body({ schema: body }) what: Everywhere,
    @Headers('prefer') prefer: string | undefined,
  ): Promise<StopView> {
    return this.everywhere.stop(subject, what, preferredWaitMs(prefer, this.config.STOP_WAIT_MS));
  }

  @Post('lift')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: stopped })
  lift(
    @CurrentSubject() subject: Subject,
    @Body({ schema: body }) what: Everywhere,
    @Headers('prefer') prefer: string | undefined,
  ): Promise<StopView> {
    return this.everywhere.lift(subject, what, preferredWaitMs(prefer, this.config.STOP_WAIT_MS));
  }
}
