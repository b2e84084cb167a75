/** What many measured values come to; in the unit of the values. */
export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * Percentiles by nearest rank: each is a value that was measured, none is interpolated.
 * @throws Error where nothing was measured
 */
export function summarize(values: readonly number[]): Summary {
  const sorted = Float64Array.from(values).sort();
  return {
    count: sorted.length,
    p50: atRank(sorted, 50),
    p95: atRank(sorted, 95),
    p99: atRank(sorted, 99),
    max: atRank(sorted, 100),
  };
}

function atRank(sorted: Float64Array, percent: number): number {
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}
