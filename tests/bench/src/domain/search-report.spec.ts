import { searches } from './search-report.js';

const answered = { count: 2, p50: 4.25, p95: 40, p99: 40, max: 40.4 };
const usage = { cpuS: new Map([['portal', 0.01]]), residentMb: new Map([['portal', 200.4]]) };
const index = { tableMb: 1, termsMb: 1, filledInS: 1 };
const plan = [{ ms: 3, lines: ['Limit (actual time=1..2 rows=1 loops=1)'] }];
const slowest = { path: '/v1/ads?q=chef+d%E2%80%99atelier&cursor=abc', ms: 40.4, plan };
const completion = { kind: 'completion', answered, found: 1, slowest: { ...slowest, plan: [] } } as const;
const kinds = [completion, { kind: 'a skill', answered, found: 0.5, slowest }] as const;
const text = searches({ ads: 1_000, clients: 20, errors: [], answered, requestsPerSecond: 9.6, kinds, index, usage });

describe('what is told of search', () => {
  it('begins with what it took', () =>
    expect(text).toMatch(
      /^Search among 1,000 ads by 20 clients: 10 requests a second; CPU ms a request: portal 5\.0\./,
    ));

  it('has a row a kind, in the order of the mix, and one of all', () =>
    expect(text.match(/^\| (?:a skill|completion|\*\*all).*$/gm)).toEqual([
      '| a skill | 2 | 4.3 | 40 | 40 | 40 | 50 % |',
      '| completion | 2 | 4.3 | 40 | 40 | 40 | 100 % |',
      '| **all** | 2 | 4.3 | 40 | 40 | 40 |  |',
    ]));

  it('shows the plan of the slowest to who unfolds it, with its words as they were typed', () => {
    expect(text).toContain('a skill: `/v1/ads?q=chef d’atelier&cursor=…`, 40 ms');
    expect(text).toContain('```text\n3.0 ms\nLimit (actual time=1..2 rows=1 loops=1)\n```\n\n</details>');
    expect(text).not.toContain('completion:');
  });

  it('is nothing where nothing was searched', () => expect(searches(undefined)).toBe(''));
});
