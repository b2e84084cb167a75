import { agreementDraft, type AgreementDraft } from '@accord/contracts/agreement';
import type { StopAnswer } from '@accord/contracts/internal/stops';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { pageQuery } from '@accord/service/cursor';
import { optionalIdempotencyKey, preferredWaitMs } from '@accord/service/headers';
import { CONFIG } from '@accord/service/kit.module';
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import type { ConsentConfig } from '../consent.config.js';
import { StopStatus } from '../stops/stop-status.interceptor.js';
import { agreementGiven, stopped, stopping } from './agreement-answers.js';
import { agreementView } from './agreement-row.js';
import { GiveAgreement } from './give-agreement.js';
import { ListAgreements } from './list-agreements.js';
import { WithdrawAgreement } from './withdraw-agreement.js';

const id = { schema: z.uuid() };
const listQuery = z.strictObject({
  ...pageQuery,
  /** `active`: not ended, whether it counts already or not. */
  state: z.enum(['active', 'ended']).optional(),
  offer: z.uuid().optional(),
  /** For operators: whose. */
  holder: z.string().min(2).max(60).optional(),
});
/** The body may be left out. */
const withdrawalBody = z.strictObject({}).optional();

/** Where a rights holder says who may show its offers: an employer for its own, a source partner for the ads it sends in. */
@Controller('v1/agreements')
@ApiTags('agreements')
@ApiBearerAuth()
export class AgreementsController {
  constructor(
    private readonly give: GiveAgreement,
    private readonly list: ListAgreements,
    private readonly withdrawal: WithdrawAgreement,
    @Inject(CONFIG) private readonly config: ConsentConfig,
  ) {}

  /** Gives an agreement or a refusal. With an Idempotency-Key, asked again it is the same one. */
  @Post()
  @Roles('employer', 'partner')
  @ApiCreatedResponse({ standardSchema: agreementGiven })
  add(
    @CurrentSubject() giver: Subject,
    @Body({ schema: agreementDraft }) draft: AgreementDraft,
    @Headers() headers: Readonly<Record<string, string>>,
  ) {
    const idempotencyKey = optionalIdempotencyKey(headers['idempotency-key']);
    return this.give.execute(giver, draft, { waitMs: this.waitMs(headers), idempotencyKey });
  }

  @Get()
  @Roles('employer', 'partner', 'operator')
  @ApiOkResponse({ standardSchema: z.object({ items: z.array(agreementView), next: z.string().optional() }) })
  async page(@CurrentSubject() subject: Subject, @Query({ schema: listQuery }) query: z.infer<typeof listQuery>) {
    return this.list.execute(subject, query);
  }

  @Get(':id')
  @Roles('employer', 'partner', 'operator')
  @ApiOkResponse({ standardSchema: agreementView })
  one(@CurrentSubject() subject: Subject, @Param('id', id) agreement: string) {
    return this.list.one(subject, agreement);
  }

  /** Waits for at most three seconds (`Prefer: wait=n` for less); then 202, and where to follow it. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @UseInterceptors(StopStatus)
  @Roles('employer', 'partner')
  @ApiOkResponse({ standardSchema: stopped })
  @ApiAcceptedResponse({ standardSchema: stopping })
  withdraw(
    @CurrentSubject() giver: Subject,
    @Param('id', id) agreement: string,
    @Body({ schema: withdrawalBody }) _body: unknown,
    @Headers() headers: Readonly<Record<string, string>>,
  ): Promise<StopAnswer> {
    return this.withdrawal.execute(giver, agreement, this.waitMs(headers));
  }

  private waitMs(headers: Readonly<Record<string, string>>): number {
    return preferredWaitMs(headers['prefer'], this.config.STOP_WAIT_MS);
  }
}
