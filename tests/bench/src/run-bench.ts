import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';

import { replaceBetween } from './domain/markdown.js';
import { report } from './domain/report.js';
import { errorsOf } from './domain/results.js';
import { type BenchOptions, parseOptions, usage } from './options.js';
import { Phases } from './phases.js';
import { BenchWorld } from './world/bench-world.js';
import { circumstances } from './world/circumstances.js';

const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
const document = fileURLToPath(new URL('../../../docs/performance.md', import.meta.url));
const MARKS = ['<!-- figures of npm run bench: begin -->', '<!-- figures of npm run bench: end -->'] as const;

/** The whole of `npm run bench`: from the command line to the exit code. Errors fail it; a goal that is missed is shown. */
export async function runBench(argv: readonly string[]): Promise<number> {
  const options = optionsOf(argv);
  if (typeof options === 'number') return options;
  const where = circumstances(argv);
  const say = sayer();
  say('starting a system of its own in var/bench');
  const world = await BenchWorld.start();
  try {
    const results = await new Phases(world, options, say).run();
    const text = await format(report(results, where), { ...(await resolveConfig(document)), parser: 'markdown' });
    process.stdout.write(`\n${text}`);
    if (options.write) await write(text);
    const errors = errorsOf(results);
    for (const error of errors) process.stderr.write(`ERROR ${error}\n`);
    return errors.length > 0 ? EXIT.failed : EXIT.ok;
  } finally {
    await world.stop();
  }
}

function optionsOf(argv: readonly string[]): BenchOptions | number {
  try {
    const options = parseOptions(argv);
    if (options !== 'help') return options;
    process.stdout.write(`${usage}\n`);
    return EXIT.ok;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.usage;
  }
}

async function write(figures: string): Promise<void> {
  const text = replaceBetween(readFileSync(document, 'utf8'), MARKS, figures);
  writeFileSync(document, await format(text, { ...(await resolveConfig(document)), parser: 'markdown' }));
}

function sayer(): (line: string) => void {
  const began = performance.now();
  return (line) =>
    void process.stdout.write(`[${((performance.now() - began) / 1_000).toFixed(0).padStart(4)} s] ${line}\n`);
}
