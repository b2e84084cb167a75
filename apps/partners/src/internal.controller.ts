import { endpointSecretsAsk } from '@accord/contracts/internal/keys';
import { CallingService, ServiceOnly } from '@accord/service/service-only';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';

import { EndpointSecrets } from './endpoint-secrets.js';

@ApiExcludeController()
@Controller('internal/v1')
@ServiceOnly('publisher')
export class InternalController {
  constructor(private readonly secrets: EndpointSecrets) {}

  @Post('endpoint-secrets')
  @HttpCode(200)
  handOut(
    @CallingService() service: string,
    @Body({ schema: endpointSecretsAsk }) { endpoints }: z.infer<typeof endpointSecretsAsk>,
  ) {
    return this.secrets.handOut(endpoints, service);
  }
}
