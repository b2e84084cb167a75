import { CurrentSubject, Roles, type Subject } from '@accord/service/authentication';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { AcknowledgePosting } from './acknowledge-posting.js';

const publicUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(500)
  .refine((text) => URL.parse(text)?.username === '' && URL.parse(text)?.password === '', 'must hold no user name');

const acknowledgement = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('live'), url: publicUrl }),
    z.strictObject({
      status: z.literal('refused'),
      /** A code, not a text: `duplicate`, `not-our-field` … */
      reason: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be a code of lower-case letters, digits and hyphens'),
    }),
  ])
  .meta({ title: 'Acknowledgement' });

const acknowledgedPosting = z
  .object({ postingId: z.uuid(), state: z.string(), publicUrl: z.url().optional(), since: z.iso.datetime() })
  .meta({ title: 'AcknowledgedPosting' });

@ApiTags('postings')
@Roles('partner')
@Controller('v1/postings')
export class PostingsController {
  constructor(private readonly acknowledge: AcknowledgePosting) {}

  @ApiOperation({ summary: 'Say where a posting shows, or that you do not show it; saying it again changes nothing' })
  @ApiOkResponse({ standardSchema: acknowledgedPosting })
  @HttpCode(200)
  @Post(':id/acknowledgement')
  async say(
    @CurrentSubject() { id: partner }: Subject,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: acknowledgement }) word: z.infer<typeof acknowledgement>,
  ) {
    const { state, publicUrl: shownAt, since } = await this.acknowledge.execute(partner, id, word);
    return { postingId: id, state, publicUrl: shownAt, since: since.toISOString() };
  }
}
