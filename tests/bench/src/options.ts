import { parseArgs } from 'node:util';

const parts = ['latency', 'sustained', 'bulk', 'portals', 'permits', 'withdrawal', 'search'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  readonly quick: boolean;
  readonly only: ReadonlySet<Part>;
  /** Ads in the index while it is searched. */
  readonly ads: number;
  /** Writes docs/performance.md. */
  readonly write: boolean;
}

export const usage = `npm run bench -- [options]
  --quick          about a minute, with fewer ads; docs/performance.md stays as it is
  --only <list>    some of ${parts.join(', ')}; docs/performance.md stays as it is
  --ads <n>        so many ads in the index (1000000; 20000 with --quick)
  --write          writes docs/performance.md all the same`;

/** @throws Error that says in a sentence what was typed wrong */
export function parseOptions(argv: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      help: { type: 'boolean' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      ads: { type: 'string' },
      write: { type: 'boolean' },
    },
  });
  if (values.help === true) return 'help';
  const { quick, only } = values;
  return {
    quick,
    only: partsOf(only),
    ads: values.ads === undefined ? (quick ? 20_000 : 1_000_000) : numberOf(values.ads),
    write: values.write ?? (!quick && only === undefined && values.ads === undefined),
  };
}

function partsOf(list: string | undefined): ReadonlySet<Part> {
  if (list === undefined) return new Set(parts);
  return new Set(
    list.split(',').map((name) => {
      const part = parts.find((one) => one === name);
      if (part === undefined) throw new Error(`--only takes some of ${parts.join(', ')}, not ${name}.`);
      return part;
    }),
  );
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(`--ads takes a number from 1 to 99999999, not ${text}.`);
  return Number(text);
}
