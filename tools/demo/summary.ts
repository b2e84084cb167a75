import type { DemoResult } from './demo-load.ts';

const SHOWN_REFUSALS = 5;

/** What the launcher prints of a load: a line, and one for each of the first refusals. */
export function summaryOf({ counts, refusals }: DemoResult, ms: number): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { created, revised, unchanged, refused } = counts;
  const kept = revised > 0 ? `${revised} dated anew, ${unchanged} unchanged` : `${unchanged} unchanged`;
  return [
    `demonstration: ${total} offers in ${(ms / 1_000).toFixed(1)} s: ${created} created, ${kept}, ${refused} refused (--no-demo leaves them out)`,
    ...refusals.slice(0, SHOWN_REFUSALS).map((refusal) => `  refused ${refusal}`),
  ].join('\n');
}
