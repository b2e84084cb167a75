import { contactKeysAsk, type ContactKeys } from '@accord/contracts/internal/keys';
import { CallingService, ServiceOnly } from '@accord/service/service-only';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { z } from 'zod';

import { HandOutContactKeys } from './hand-out-contact-keys.js';

@Controller('internal/v1/contact-keys')
export class ContactKeysController {
  constructor(private readonly handOut: HandOutContactKeys) {}

  @Post()
  @HttpCode(200)
  @ServiceOnly('publisher', 'portal')
  ask(
    @Body({ schema: contactKeysAsk }) { keyIds, purpose }: z.infer<typeof contactKeysAsk>,
    @CallingService() service: string,
  ): Promise<ContactKeys> {
    return this.handOut.execute(service, purpose, keyIds);
  }
}
