import { SetMetadata } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import type { BaseConfig } from './config.js';
import { Problem } from './problem.js';

export const COST = 'accord:cost';
/** How many ordinary requests one call of this route counts for. */
export const Cost = (points: number): MethodDecorator => SetMetadata(COST, points);

const WINDOW_S = 60;

/** What one request leaves of its sender's budget. */
export interface Budget {
  readonly limit: number;
  readonly remaining: number;
  readonly resetS: number;
}

/**
 * Requests a minute: by subject for those with a token, by address for those without; failed tokens count ten times, so that
 * guessing them ends soon. Counted in each process: with n instances a sender may reach n times the limit.
 */
export class RateLimits {
  private readonly subjects: RateLimiterMemory;
  private readonly addresses: RateLimiterMemory;

  constructor(config: Pick<BaseConfig, 'RATE_LIMIT_SUBJECT' | 'RATE_LIMIT_ADDRESS'>) {
    this.subjects = new RateLimiterMemory({ points: config.RATE_LIMIT_SUBJECT, duration: WINDOW_S });
    this.addresses = new RateLimiterMemory({ points: config.RATE_LIMIT_ADDRESS, duration: WINDOW_S });
  }

  /** @throws Problem too-many-requests */
  ofSubject(key: string, cost = 1): Promise<Budget> {
    return spend(this.subjects, key, cost);
  }

  /** @throws Problem too-many-requests */
  ofAddress(address: string, cost = 1): Promise<Budget> {
    return spend(this.addresses, addressBlock(address), cost);
  }
}

async function spend(limiter: RateLimiterMemory, key: string, cost: number): Promise<Budget> {
  try {
    return budgetOf(limiter, await limiter.consume(key, cost));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const budget = budgetOf(limiter, refusal);
    throw new Problem(
      'too-many-requests',
      `More than ${limiter.points} requests in ${WINDOW_S} s: wait ${budget.resetS} s.`,
      [],
      { headers: rateLimitHeaders(budget), retryAfterS: budget.resetS },
    );
  }
}

const budgetOf = (limiter: RateLimiterMemory, result: RateLimiterRes): Budget => ({
  limit: limiter.points,
  remaining: Math.max(0, result.remainingPoints),
  resetS: Math.ceil(result.msBeforeNext / 1_000),
});

/** The IETF's draft RateLimit headers, in the form most clients read. */
export const rateLimitHeaders = ({ limit, remaining, resetS }: Budget): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(resetS),
});

/** One household or server has a whole /64 of IPv6 addresses: it counts as one. */
export function addressBlock(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
