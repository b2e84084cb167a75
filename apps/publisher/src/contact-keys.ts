import type { ContactKeys as KeysOfIntake } from '@accord/service/contact-keys';

import { Batcher } from './batcher.js';

/** Keys that open the contacts of offers, asked of intake for many postings at once. */
export class ContactKeys {
  private readonly asks: Batcher<string, Buffer | null>;

  constructor(keys: Pick<KeysOfIntake, 'of'>) {
    const ask = async (ids: readonly string[]) => {
      const found = await keys.of(ids);
      return ids.map((id) => found.get(id) ?? null);
    };
    this.asks = new Batcher(ask, { most: 200, atOnce: 2 });
  }

  /**
   * Null where it was erased: nobody can read that contact again.
   * @throws ServiceUnavailable, ServiceRefused
   */
  keyOf(keyId: string): Promise<Buffer | null> {
    return this.asks.add(keyId);
  }
}
