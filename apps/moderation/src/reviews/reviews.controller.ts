import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { etagOf, ifMatchVersion } from '@accord/service/headers';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';

import { ClaimReview } from './claim-review.js';
import { DecideReview } from './decide-review.js';
import { ListReviews } from './list-reviews.js';
import { ReadReview, reviewDetail, type ReviewDetail } from './read-review.js';
import { reviewList, reviewPage, type ReviewList } from './review-answers.js';
import { reviewDecision, type ReviewDecision } from './review-decision.js';

@ApiTags('reviews')
@Roles('moderator')
@Controller('v1/reviews')
export class ReviewsController {
  constructor(
    private readonly listReviews: ListReviews,
    private readonly readReview: ReadReview,
    private readonly claimReview: ClaimReview,
    private readonly decideReview: DecideReview,
  ) {}

  @ApiOperation({ summary: 'The queue, the oldest first: what a person has to look at' })
  @ApiOkResponse({ standardSchema: reviewPage })
  @Get()
  list(@Query({ schema: reviewList }) query: ReviewList) {
    return this.listReviews.execute(query);
  }

  @ApiOperation({ summary: 'One review with the offer, its findings and the reports of readers' })
  @ApiOkResponse({ standardSchema: reviewDetail })
  @Get(':id')
  async read(@Param('id', { schema: z.uuid() }) id: string, @Res({ passthrough: true }) response: Response) {
    return tagged(response, await this.readReview.execute(id));
  }

  @ApiOperation({ summary: 'Take a review for a while, so that nobody else works on it' })
  @ApiOkResponse({ standardSchema: reviewDetail })
  @HttpCode(200)
  @Post(':id/claim')
  async claim(
    @CurrentSubject() moderator: Subject,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) response: Response,
  ) {
    return tagged(response, await this.claimReview.execute(moderator, id));
  }

  @ApiOperation({
    summary: 'Decide: approved, changesRequested or rejected. With If-Match, only the version that was read',
  })
  @ApiOkResponse({ standardSchema: reviewDetail })
  @HttpCode(200)
  @Post(':id/verdict')
  async decide(
    @CurrentSubject() moderator: Subject,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reviewDecision }) decision: ReviewDecision,
    @Headers('if-match') ifMatch: string | undefined,
  ) {
    const version = ifMatch === undefined ? undefined : ifMatchVersion(ifMatch);
    return this.decideReview.execute(moderator, id, decision, version);
  }
}

function tagged(response: Response, review: ReviewDetail): ReviewDetail {
  response.setHeader('etag', etagOf(review.version));
  return review;
}
