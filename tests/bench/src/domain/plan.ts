/** One statement within a search, as PostgreSQL's auto_explain tells of it. */
export interface Explained {
  readonly ms: number;
  /** The important lines of its plan. */
  readonly lines: readonly string[];
}

const WIDEST = 150;
/** Who did what, how long and for how many rows; what was read; what was looked for and refused. */
const IMPORTANT = /actual time=|Buffers:|Index Cond:|Rows Removed|Heap Blocks:|Sort Method:/;

/** @param told "duration: 1.2 ms  plan:", the text of the statement, and its plan */
export function explained(told: string): Explained | undefined {
  const ms = /^duration: ([\d.]+) ms/.exec(told)?.[1];
  if (ms === undefined) return undefined;
  const lines = told.split('\n').filter((line) => IMPORTANT.test(line));
  return { ms: Number(ms), lines: lines.map(shortened) };
}

/** A plan without what was only estimated. */
function shortened(line: string): string {
  const plain = line.replace(/\s*\(cost=[^)]*\)/, '').replace(/ width=\d+/, '');
  return plain.length <= WIDEST ? plain : `${plain.slice(0, WIDEST - 1)}…`;
}

const READS_ADS = /Scan.* on ad\b/;

/** The statement that took longest, which holds the others, and of those that read ads themselves the slowest. */
export function worthShowing(all: readonly Explained[]): readonly Explained[] {
  const [slowest, ...others] = all.toSorted((a, b) => b.ms - a.ms);
  const reads = others.find(({ lines }) => lines.some((line) => READS_ADS.test(line)));
  return [slowest, reads].filter((one) => one !== undefined);
}
