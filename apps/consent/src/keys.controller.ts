import { jwks } from '@accord/receipts/signing-key';
import { Public } from '@accord/service/authentication';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { Keys } from './keys.js';

@Controller('.well-known/jwks.json')
@ApiTags('keys')
export class KeysController {
  constructor(private readonly keys: Keys) {}

  /** Public keys of proofs and receipts, those of earlier times included. */
  @Get()
  @Public()
  @Header('cache-control', 'public, max-age=300')
  @ApiOkResponse({ standardSchema: jwks })
  list() {
    return this.keys.published.toJwks();
  }
}
