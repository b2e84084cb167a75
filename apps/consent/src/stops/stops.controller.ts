import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { stopState } from '../agreements/agreement-answers.js';
import { ShowStop } from './show-stop.js';

@Controller('v1/stops')
@ApiTags('agreements')
@ApiBearerAuth()
@Roles('employer', 'partner', 'operator')
export class StopsController {
  constructor(private readonly showStop: ShowStop) {}

  /** `stopping` until nothing of what it covers is under way; with the time to silence of each partner. */
  @Get(':id')
  @ApiOkResponse({ standardSchema: stopState })
  show(@CurrentSubject() subject: Subject, @Param('id', { schema: z.uuid() }) id: string) {
    return this.showStop.execute(subject, id);
  }
}
