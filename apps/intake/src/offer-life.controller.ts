import { dayOrInstant } from '@accord/contracts/show-dates';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { pageQuery } from '@accord/service/cursor';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';

import {
  offerAccepted,
  type OfferAccepted,
  offerStopped,
  offerStopping,
  revisionList,
  type RevisionList,
  type StopView,
} from './answers.js';
import { ListRevisions } from './list-revisions.js';
import { RenewOffer } from './renew-offer.js';
import { ReopenOffer } from './reopen-offer.js';
import { ShowStop } from './show-stop.js';
import { type StopCommand, StopOffer } from './stop-offer.js';

const offerId = { schema: z.uuid() };
const reason = z.string().trim().min(1).max(200).optional();
const reasonQuery = z.strictObject({ reason });
/** A body may be left out. */
const reasonBody = z.strictObject({ reason }).optional();
const renewal = z.strictObject({ closesOn: dayOrInstant.optional() }).optional();
const page = z.strictObject(pageQuery);

/** What happens to an offer after it is submitted, by its employer's word. */
@ApiTags('offers')
@ApiBearerAuth()
@Controller('v1/offers/:id')
@Roles('employer')
export class OfferLifeController {
  constructor(
    private readonly stopOffer: StopOffer,
    private readonly reopenOffer: ReopenOffer,
    private readonly renewOffer: RenewOffer,
    private readonly showStop: ShowStop,
    private readonly listRevisions: ListRevisions,
  ) {}

  /** Withdraws it for good. */
  @Delete()
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  withdraw(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Query({ schema: reasonQuery }) query: z.infer<typeof reasonQuery>,
    @Body({ schema: reasonBody }) body: z.infer<typeof reasonBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StopView> {
    return this.stop({ who, id, command: 'withdraw', reason: query.reason ?? body?.reason }, response);
  }

  @Post('suspension')
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  suspend(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Body({ schema: reasonBody }) body: z.infer<typeof reasonBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StopView> {
    return this.stop({ who, id, command: 'suspend', reason: body?.reason }, response);
  }

  @Post('filling')
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  fill(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Body({ schema: reasonBody }) body: z.infer<typeof reasonBody>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StopView> {
    return this.stop({ who, id, command: 'fill', reason: body?.reason }, response);
  }

  @Delete('suspension')
  @ApiOkResponse({ standardSchema: offerAccepted })
  resume(@CurrentSubject() who: Subject, @Param('id', offerId) id: string): Promise<OfferAccepted> {
    return this.reopenOffer.execute(who.id, id, 'suspended');
  }

  @Delete('filling')
  @ApiOkResponse({ standardSchema: offerAccepted })
  reopen(@CurrentSubject() who: Subject, @Param('id', offerId) id: string): Promise<OfferAccepted> {
    return this.reopenOffer.execute(who.id, id, 'filled');
  }

  @Post('renewal')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: offerAccepted })
  renew(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Body({ schema: renewal }) body: z.infer<typeof renewal>,
  ): Promise<OfferAccepted> {
    return this.renewOffer.execute(who.id, id, body?.closesOn);
  }

  /** How far the last stop is. */
  @Get('stop')
  @ApiOkResponse({ standardSchema: offerStopped })
  @ApiAcceptedResponse({ standardSchema: offerStopping })
  async stopStatus(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StopView> {
    return answered(await this.showStop.execute(who.id, id), response);
  }

  @Get('revisions')
  @ApiOkResponse({ standardSchema: revisionList })
  revisions(
    @CurrentSubject() who: Subject,
    @Param('id', offerId) id: string,
    @Query({ schema: page }) query: z.infer<typeof page>,
  ): Promise<RevisionList> {
    return this.listRevisions.execute(who.id, id, query);
  }

  private async stop({ who, id, command, reason: why }: Asked, response: Response): Promise<StopView> {
    return answered(await this.stopOffer.execute(who.id, id, command, why), response);
  }
}

interface Asked {
  readonly who: Subject;
  readonly id: string;
  readonly command: StopCommand;
  readonly reason?: string | undefined;
}

/** 200 once nothing is under way any more, 202 until then. */
function answered(view: StopView, response: Response): StopView {
  response.status(view.state === 'stopped' ? 200 : 202).set('cache-control', 'no-store');
  if (view.state === 'stopping') response.location(view.status);
  return view;
}
