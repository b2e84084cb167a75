import type { StopAnswer } from '@accord/contracts/internal/stops';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { preferredWaitMs } from '@accord/service/headers';
import { CONFIG } from '@accord/service/kit.module';
import { Controller, Headers, HttpCode, Inject, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';

import type { ConsentConfig } from '../consent.config.js';
import { StopStatus } from '../stops/stop-status.interceptor.js';
import { stopState } from './agreement-answers.js';
import { ConfirmAgreements } from './confirm-agreements.js';

@Controller('v1/agreements/confirmation')
@ApiTags('agreements')
@ApiBearerAuth()
export class ConfirmationController {
  constructor(
    private readonly confirm: ConfirmAgreements,
    @Inject(CONFIG) private readonly config: ConsentConfig,
  ) {}

  /** After a restore of the service's database: the agreements that are listed are what the rights holder wants. */
  @Post()
  @HttpCode(200)
  @UseInterceptors(StopStatus)
  @Roles('employer', 'partner')
  @ApiOkResponse({ standardSchema: stopState })
  execute(@CurrentSubject() holder: Subject, @Headers('prefer') prefer: string | undefined): Promise<StopAnswer> {
    return this.confirm.execute(holder, preferredWaitMs(prefer, this.config.STOP_WAIT_MS));
  }
}
