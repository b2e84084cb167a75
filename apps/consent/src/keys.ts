import { KeySet } from '@accord/receipts/key-set';
import { keyedHash } from '@accord/receipts/keyed-hash';
import { readSigningKey, type SigningKey } from '@accord/receipts/signing-key';
import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';

import type { ConsentConfig } from './consent.config.js';

/** What consent signs with, and what it publishes to verify with. */
@Injectable()
export class Keys {
  readonly signing: SigningKey;
  readonly published: KeySet;
  readonly issuer: string;
  readonly #actorKey: Buffer;

  constructor(@Inject(CONFIG) config: ConsentConfig) {
    this.signing = readSigningKey(config.CONSENT_SIGNING_KEY.reveal());
    this.published = KeySet.of(this.signing, config.CONSENT_RETIRED_KEYS);
    this.issuer = config.CONSENT_ISSUER;
    this.#actorKey = Buffer.from(config.ACTOR_HASH_KEY.reveal(), 'base64');
  }

  /** How whoever did something appears in the ledger and on receipts. */
  actorOf(id: string): string {
    return keyedHash(this.#actorKey, id);
  }
}
