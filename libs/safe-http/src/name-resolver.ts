import { Resolver } from 'node:dns/promises';
import { codeOf } from './reasons.js';
import type { TimerWheel } from './timer-wheel.js';

/** Every address the name servers gave for a name; `failed` if any family could not be asked to the end. */
export interface Resolution {
  readonly addresses: readonly string[];
  readonly failed?: string;
}

/** These say "no such record", which is an answer. Anything else leaves open what the name means. */
const absent: ReadonlySet<string> = new Set(['ENODATA', 'ENOTFOUND']);

/**
 * Asks the name servers themselves (c-ares), at every call: no hosts file, no search domains, no cache, and none of the
 * few threads that `dns.lookup` shares with file access, so a slow name server holds up its own names only.
 */
export class NameResolver {
  readonly #resolver: Resolver;

  constructor(
    private readonly wheel: TimerWheel,
    private readonly budgetMs: number,
    servers?: readonly string[],
  ) {
    this.#resolver = new Resolver({ timeout: Math.ceil(budgetMs / 3), tries: 3 });
    if (servers) this.#resolver.setServers(servers);
  }

  /** Never rejects. */
  async resolve(name: string): Promise<Resolution> {
    return new Promise((resolve) => {
      const budget = this.wheel.after(this.budgetMs, () => resolve({ addresses: [], failed: 'ETIMEOUT' }));
      void this.#askBoth(`${name}.`).then((resolution) => {
        budget.cancel();
        resolve(resolution);
      });
    });
  }

  async #askBoth(absolute: string): Promise<Resolution> {
    const v4 = this.#ask(this.#resolver.resolve4(absolute));
    const v6 = this.#ask(this.#resolver.resolve6(absolute));
    return merge(await v4, await v6);
  }

  async #ask(question: Promise<string[]>): Promise<Resolution> {
    try {
      return { addresses: await question };
    } catch (error) {
      return { addresses: [], failed: codeOf(error) };
    }
  }

  /** Ends the questions under way. */
  close(): void {
    this.#resolver.cancel();
  }
}

function merge(v4: Resolution, v6: Resolution): Resolution {
  const addresses = [...v4.addresses, ...v6.addresses];
  const failures = [v4.failed, v6.failed].filter((code) => code !== undefined);
  const open = failures.find((code) => !absent.has(code));
  const failed = open ?? (addresses.length === 0 ? failures[0] : undefined);
  return failed === undefined ? { addresses } : { addresses, failed };
}
