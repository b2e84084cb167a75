import { agreementDraft, type AgreementDraft } from '@accord/contracts/agreement';
import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { decodeCursor } from '@accord/service/cursor';
import { Cost } from '@accord/service/rate-limit';
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { PreviewAgreement } from './preview-agreement.js';

const query = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

@Controller('v1/agreements/preview')
@ApiTags('agreements')
@ApiBearerAuth()
export class PreviewController {
  constructor(private readonly preview: PreviewAgreement) {}

  /** Which offers would appear or disappear where, and how they look there. Nothing is stored. */
  @Post()
  @HttpCode(200)
  @Cost(10)
  @Roles('employer', 'partner')
  @ApiOkResponse({ description: 'A page of the offers on show that it would change' })
  execute(
    @CurrentSubject() giver: Subject,
    @Body({ schema: agreementDraft }) draft: AgreementDraft,
    @Query({ schema: query }) { cursor, limit }: z.infer<typeof query>,
  ) {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, z.tuple([z.uuid()]));
    return this.preview.execute(giver, draft, { after, limit });
  }
}
