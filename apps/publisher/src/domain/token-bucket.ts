/** Requests a second on average, with bursts of one second's worth. */
export interface TokenBucket {
  readonly tokens: number;
  /** Milliseconds of a clock that does not step back. */
  readonly at: number;
}

const burstOf = (ratePerSecond: number): number => Math.max(1, ratePerSecond);

export const fullBucket = (ratePerSecond: number, now: number): TokenBucket => ({
  tokens: burstOf(ratePerSecond),
  at: now,
});

/** What it holds now. A lower rate than before takes effect at once, on what was saved up too. */
export function refilled(bucket: TokenBucket, ratePerSecond: number, now: number): TokenBucket {
  const gained = (Math.max(0, now - bucket.at) / 1_000) * ratePerSecond;
  return { tokens: Math.min(bucket.tokens + gained, burstOf(ratePerSecond)), at: Math.max(now, bucket.at) };
}

/** Takes so many; a request that was not made gives its token back (a negative number). */
export const taken = (bucket: TokenBucket, count: number): TokenBucket => ({
  ...bucket,
  tokens: bucket.tokens - count,
});

/** Until there is a whole token again. */
export const waitForTokenMs = (bucket: TokenBucket, ratePerSecond: number): number =>
  bucket.tokens >= 1 ? 0 : ((1 - bucket.tokens) / ratePerSecond) * 1_000;
