import type { EstablishmentAnswer } from '@accord/offer-checks/check';
import type { Log } from '@accord/service/logging';
import CircuitBreaker from 'opossum';

import { AnswerCache, type CacheOptions } from './answer-cache.js';
import { RegisterUnavailable, type EstablishmentRegister } from './establishment-register.js';

export type RegisterOutcome =
  | { readonly kind: 'answered'; readonly answer: EstablishmentAnswer }
  /** Nothing is known; whoever asks has to wait, and must not take it for a yes. */
  | { readonly kind: 'unavailable' };

export interface AskRegisterOptions {
  readonly cache: CacheOptions;
  /** After an outage, how long nobody asks before one call tries again. */
  readonly resetMs: number;
}

/** Asks the register, at most once at a time for one establishment; stops asking while it is down. */
export class AskRegister {
  readonly breaker: CircuitBreaker<[string], EstablishmentAnswer>;
  private readonly cache: AnswerCache;
  private readonly underWay = new Map<string, Promise<RegisterOutcome>>();

  constructor(
    private readonly register: EstablishmentRegister,
    options: AskRegisterOptions,
    private readonly log: Log,
  ) {
    this.cache = new AnswerCache(options.cache);
    // No opossum timeout: it gives up without cancelling the request; the register's own deadline does both.
    this.breaker = new CircuitBreaker((siret: string) => register.find(siret), {
      name: `register-${register.name}`,
      timeout: false,
      rollingPercentilesEnabled: false,
      volumeThreshold: 3,
      resetTimeout: options.resetMs,
      // A register that asks for patience is up.
      errorFilter: (error: unknown) => error instanceof RegisterUnavailable && error.detail.busy === true,
    });
    this.breaker.on('open', () => log.warn('register.down', { register: register.name }));
    this.breaker.on('close', () => log.info('register.up', { register: register.name }));
  }

  /** Calls back when the register answers again after an outage. */
  onRecovered(recovered: () => void): void {
    this.breaker.on('close', recovered);
  }

  execute(siret: string): Promise<RegisterOutcome> {
    const answer = this.cache.get(siret, Date.now());
    if (answer !== undefined) return Promise.resolve({ kind: 'answered', answer });
    const asked = this.underWay.get(siret) ?? this.ask(siret).finally(() => this.underWay.delete(siret));
    this.underWay.set(siret, asked);
    return asked;
  }

  async close(): Promise<void> {
    this.breaker.shutdown();
    await this.register.close();
  }

  private async ask(siret: string): Promise<RegisterOutcome> {
    try {
      const answer = await this.breaker.fire(siret);
      this.cache.put(answer, Date.now());
      return { kind: 'answered', answer };
    } catch (error) {
      if (!this.breaker.opened) this.log.warn('register.not-asked', { register: this.register.name, cause: error });
      return { kind: 'unavailable' };
    }
  }
}
