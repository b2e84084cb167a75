import { contactKeys } from '@accord/contracts/internal/keys';

import type { ServiceClient } from './service-client.js';

const KEPT_MS = 5 * 60_000;
const KEPT_AT_MOST = 10_000;
const ASKED_AT_ONCE = 500;

type Key = Buffer | null;

interface Kept {
  readonly key: Key;
  readonly until: number;
}

/** Keys asked for in one call. */
interface Round {
  readonly ids: Set<string>;
  readonly answer: Promise<ReadonlyMap<string, Key>>;
}

/**
 * Keys that open sealed contacts, asked of intake (audited there) and kept for five minutes, so that an erasure is felt
 * everywhere soon. One call at a time: what is asked for while one is under way leaves together in the next, each key once.
 */
export class ContactKeys {
  private readonly kept = new Map<string, Kept>();
  /** By key: asked for and not answered yet. */
  private readonly asked = new Map<string, Round>();
  private next: Round | undefined;
  private underWay: Promise<unknown> = Promise.resolve();

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
    const round = this.asked.get(keyId) ?? this.join(keyId);
    const key = (await round.answer).get(keyId);
    // Silence is no erasure: the contact would be left out for good.
    if (key === undefined) throw new Error(`intake did not say what became of key ${keyId}`);
    return key;
  }

  private join(keyId: string): Round {
    const round = this.next ?? this.open();
    round.ids.add(keyId);
    this.asked.set(keyId, round);
    if (round.ids.size >= ASKED_AT_ONCE) this.next = undefined;
    return round;
  }

  private open(): Round {
    const ids = new Set<string>();
    const answer: Round['answer'] = this.underWay.then(() => this.ask(round));
    const round: Round = { ids, answer };
    this.underWay = answer.catch(() => undefined);
    this.next = round;
    return round;
  }

  private async ask(round: Round): Promise<ReadonlyMap<string, Key>> {
    // Whoever asks in this turn of the loop comes along.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.next === round) this.next = undefined;
    const keyIds = [...round.ids];
    try {
      const { keys } = await this.intake.post(
        '/internal/v1/contact-keys',
        { keyIds, purpose: this.purpose },
        contactKeys,
      );
      return this.keep(keys.map(({ keyId, key }) => [keyId, key === null ? null : Buffer.from(key, 'base64url')]));
    } finally {
      for (const id of keyIds) this.asked.delete(id);
    }
  }

  private keep(keys: readonly (readonly [string, Key])[]): ReadonlyMap<string, Key> {
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
    return new Map(keys);
  }
}
