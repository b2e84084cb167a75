import { explained, worthShowing } from './plan.js';

const told = `duration: 12.5 ms  plan:
Query Text: select a.offer_id, tier_at from ads_with_2(f, keys, starts, ends) a
Limit  (cost=0.42..8.44 rows=1 width=40) (actual time=12.1..12.4 rows=21 loops=1)
  Buffers: shared hit=120 read=3
  ->  Bitmap Heap Scan on ad  (cost=1.0..2.0 rows=1 width=40) (actual time=1.0..12.0 rows=21.00 loops=1)
        Recheck Cond: (terms @@ $1)
        Rows Removed by Filter: 900
Settings: jit = 'off'`;

describe('a plan that is told', () => {
  it('is shortened to what happened', () =>
    expect(explained(told)).toEqual({
      ms: 12.5,
      lines: [
        'Limit (actual time=12.1..12.4 rows=21 loops=1)',
        '  Buffers: shared hit=120 read=3',
        '  ->  Bitmap Heap Scan on ad (actual time=1.0..12.0 rows=21.00 loops=1)',
        '        Rows Removed by Filter: 900',
      ],
    }));

  it('is none where something else is told', () =>
    expect(explained('table "x" does not exist, skipping')).toBe(undefined));

  it('has no line that is too wide', () =>
    expect(explained(`duration: 1 ms  plan:\n  Index Cond: ${'x'.repeat(500)}`)?.lines[0]).toHaveLength(150));

  it('is shown of the slowest statement, and of the slowest that reads ads', () => {
    const within = ['Function Scan on some_ads s', '  ->  Bitmap Heap Scan on ad (actual time=1..2 rows=3 loops=1)'];
    const all = [3, 1, 9, 8, 5].map((ms) => ({ ms, lines: within.slice(ms > 7 ? 0 : 1, ms > 7 ? 1 : 2) }));
    expect(worthShowing(all).map(({ ms }) => ms)).toEqual([9, 5]);
    expect(worthShowing([])).toEqual([]);
  });
});
