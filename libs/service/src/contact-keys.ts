import { contactKeys } from '@accord/contracts/internal/keys';

import { Batcher } from './batcher.js';
import type { ServiceClient } from './service-client.js';

const KEPT_MS = 5 * 60_000;
const KEPT_AT_MOST = 10_000;
const ASKED_AT_ONCE = 500;

type Key = Buffer | null;

interface Kept {
  readonly key: Key;
  readonly until: number;
}

/**
 * Keys that open sealed contacts, asked of intake (audited there) and kept for five minutes, so that an erasure is felt
 * everywhere soon. One call at a time: what is asked for while one is under way leaves together in the next, each key once.
 */
export class ContactKeys {
  private readonly kept = new Map<string, Kept>();
  /** By key: asked for and not answered yet. */
  private readonly asked = new Map<string, Promise<Key>>();
  private readonly asks = new Batcher((keyIds: readonly string[]) => this.ask(keyIds), {
    most: ASKED_AT_ONCE,
    atOnce: 1,
  });

  constructor(
    private readonly intake: Pick<ServiceClient, 'post'>,
    private readonly purpose: string,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Null: erased, nobody can open that box again.
   * @throws ServiceUnavailable, ServiceRefused; Error where intake does not say
   */
  async keyOf(keyId: string): Promise<Key> {
    const kept = this.kept.get(keyId);
    if (kept !== undefined && kept.until > this.now()) return kept.key;
    const asked = this.asked.get(keyId) ?? this.fetch(keyId).finally(() => this.asked.delete(keyId));
    this.asked.set(keyId, asked);
    return asked;
  }

  private async fetch(keyId: string): Promise<Key> {
    const key = await this.asks.add(keyId);
    // Silence is no erasure: the contact would be left out for good.
    if (key === undefined) throw new Error(`intake did not say what became of key ${keyId}`);
    return key;
  }

  private async ask(keyIds: readonly string[]): Promise<(Key | undefined)[]> {
    const { keys } = await this.intake.post(
      '/internal/v1/contact-keys',
      { keyIds, purpose: this.purpose },
      contactKeys,
    );
    const found = new Map(
      keys.map(({ keyId, key }) => [keyId, key === null ? null : Buffer.from(key, 'base64url')] as const),
    );
    this.keep(found);
    return keyIds.map((id) => found.get(id));
  }

  private keep(keys: ReadonlyMap<string, Key>): void {
    const until = this.now() + KEPT_MS;
    for (const [id, key] of keys) {
      // The newest stand last.
      this.kept.delete(id);
      this.kept.set(id, { key, until });
    }
    for (const id of this.kept.keys()) {
      if (this.kept.size <= KEPT_AT_MOST) break;
      this.kept.delete(id);
    }
  }
}
