import { stopAnswer, type StopAnswer, stopCall, type StopCall } from '@accord/contracts/internal/stops';
import { preferredWaitMs } from '@accord/service/headers';
import { CONFIG } from '@accord/service/kit.module';
import { ServiceOnly } from '@accord/service/service-only';
import { Body, Controller, Headers, HttpCode, Inject, Post, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

import type { ConsentConfig } from '../consent.config.js';
import { CallStop } from './call-stop.js';
import { StopStatus } from './stop-status.interceptor.js';

@Controller('internal/v1/stops')
@ServiceOnly('intake', 'partners')
export class InternalStopsController {
  constructor(
    private readonly callStop: CallStop,
    @Inject(CONFIG) private readonly config: ConsentConfig,
  ) {}

  @Post()
  @HttpCode(200)
  @UseInterceptors(StopStatus)
  @ApiOkResponse({ standardSchema: stopAnswer })
  call(@Body({ schema: stopCall }) call: StopCall, @Headers('prefer') prefer: string | undefined): Promise<StopAnswer> {
    return this.callStop.execute(call, preferredWaitMs(prefer, this.config.STOP_WAIT_MS));
  }
}
