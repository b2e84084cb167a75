import { contactKeys } from '@accord/contracts/internal/keys';

import type { ServiceClient } from './service-client.js';

const KEPT_MS = 5 * 60_000;
const KEPT_AT_MOST = 10_000;

interface Kept {
  readonly key: Buffer | null;
  readonly until: number;
}

/**
 * Keys that open sealed contacts, asked of intake (audited there) and kept for five minutes, so that an erasure is felt
 * everywhere soon. Null: erased, nobody can open that box again.
 */
export class ContactKeys {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly intake: ServiceClient,
    private readonly purpose: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws ServiceUnavailable, ServiceRefused */
  async of(keyIds: readonly string[]): Promise<ReadonlyMap<string, Buffer | null>> {
    const missing = [...new Set(keyIds)].filter((id) => this.fresh(id) === undefined);
    for (let at = 0; at < missing.length; at += 500) await this.ask(missing.slice(at, at + 500));
    return new Map(keyIds.map((id) => [id, this.fresh(id)?.key ?? null]));
  }

  private async ask(keyIds: readonly string[]): Promise<void> {
    const { keys } = await this.intake.post(
      '/internal/v1/contact-keys',
      { keyIds, purpose: this.purpose },
      contactKeys,
    );
    const until = this.now() + KEPT_MS;
    for (const { keyId, key } of keys) {
      this.kept.set(keyId, { key: key === null ? null : Buffer.from(key, 'base64url'), until });
    }
    for (const id of this.kept.keys()) {
      if (this.kept.size <= KEPT_AT_MOST) break;
      this.kept.delete(id);
    }
  }

  private fresh(id: string): Kept | undefined {
    const kept = this.kept.get(id);
    return kept !== undefined && kept.until > this.now() ? kept : undefined;
  }
}
