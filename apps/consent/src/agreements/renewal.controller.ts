import { agreementRenewal } from '@accord/contracts/agreement';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { optionalIdempotencyKey, preferredWaitMs } from '@accord/service/headers';
import { CONFIG } from '@accord/service/kit.module';
import { Body, Controller, Headers, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import type { ConsentConfig } from '../consent.config.js';
import { agreementGiven } from './agreement-answers.js';
import { type Renewal, RenewAgreement } from './renew-agreement.js';

@Controller('v1/agreements')
@ApiTags('agreements')
@ApiBearerAuth()
export class RenewalController {
  constructor(
    private readonly renewal: RenewAgreement,
    @Inject(CONFIG) private readonly config: ConsentConfig,
  ) {}

  /** The same agreement under the wording and the partners’ terms of today; it replaces the old one, and has an id of its own. */
  @Post(':id/renewal')
  @Roles('employer', 'partner')
  @ApiCreatedResponse({ standardSchema: agreementGiven })
  renew(
    @CurrentSubject() giver: Subject,
    @Param('id', { schema: z.uuid() }) agreement: string,
    @Body({ schema: agreementRenewal }) body: Renewal,
    @Headers() headers: Readonly<Record<string, string>>,
  ) {
    const idempotencyKey = optionalIdempotencyKey(headers['idempotency-key']);
    const waitMs = preferredWaitMs(headers['prefer'], this.config.STOP_WAIT_MS);
    return this.renewal.execute(giver, agreement, body, { waitMs, idempotencyKey });
  }
}
