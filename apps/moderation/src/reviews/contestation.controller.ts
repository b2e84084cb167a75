import { CurrentSubject, Public, Roles, type Subject } from '@accord/service/authentication';
import { Cost } from '@accord/service/rate-limit';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { Appeal, appealAnswer, appealBody, type AppealBody } from './appeal.js';
import { Report, reportAnswer, reportBody, type ReportBody } from './report.js';

/** What those outside moderation may say against a verdict, or against its lack. */
@ApiTags('reviews')
@Controller('v1')
export class ContestationController {
  constructor(
    private readonly appeal: Appeal,
    private readonly report: Report,
  ) {}

  @ApiOperation({ summary: 'Contest the verdict on an offer of yours: another moderator looks at it' })
  @ApiCreatedResponse({ standardSchema: appealAnswer })
  @Roles('employer')
  @Post('offers/:id/appeal')
  contest(
    @CurrentSubject() employer: Subject,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: appealBody }) body: AppealBody,
  ) {
    return this.appeal.execute(employer, id, body);
  }

  @ApiOperation({ summary: 'Report an ad that you read: a moderator looks at it' })
  @ApiAcceptedResponse({ standardSchema: reportAnswer })
  @Public()
  @Cost(20)
  @HttpCode(202)
  @Post('ads/:id/report')
  reportAd(@Param('id', { schema: z.uuid() }) id: string, @Body({ schema: reportBody }) body: ReportBody) {
    return this.report.execute(id, body);
  }
}
