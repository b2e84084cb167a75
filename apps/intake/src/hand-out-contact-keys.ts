import type { ContactKeys } from '@accord/contracts/internal/keys';
import { Injectable } from '@nestjs/common';

import { ContactKeyStore } from './contact-key.store.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Gives services the keys that open contacts, and records who asked and what for. An unknown or erased key is null. */
@Injectable()
export class HandOutContactKeys {
  constructor(private readonly keys: ContactKeyStore) {}

  async execute(service: string, purpose: string, keyIds: readonly string[]): Promise<ContactKeys> {
    const offerIds = keyIds.filter((id) => UUID.test(id));
    const found = await this.keys.handOut(offerIds, { service, purpose, keyIds });
    return { keys: keyIds.map((keyId) => ({ keyId, key: found.get(keyId)?.toString('base64url') ?? null })) };
  }
}
