import {
  permitAnswers,
  permitAsk,
  type PermitAsk,
  permitClosures,
  type PermitClosures,
  permitsClosed,
} from '@accord/contracts/internal/permits';
import { ServiceOnly } from '@accord/service/service-only';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

import { AskPermits } from './ask-permits.js';
import { ClosePermits } from './close-permits.js';

@Controller('internal/v1/permits')
@ServiceOnly('publisher')
export class PermitsController {
  constructor(
    private readonly askPermits: AskPermits,
    private readonly closePermits: ClosePermits,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: permitAnswers })
  async ask(@Body({ schema: permitAsk }) ask: PermitAsk) {
    return { answers: await this.askPermits.execute(ask) };
  }

  @Post('closures')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: permitsClosed })
  async close(@Body({ schema: permitClosures }) closures: PermitClosures) {
    return { closed: await this.closePermits.execute(closures) };
  }
}
