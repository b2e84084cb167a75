import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '../infrastructure/paths.ts';
import { boundaryRules } from './rules.ts';

const rules = boundaryRules().map(({ name }) => name ?? '');
const fixtures = readdirSync(join(workspaceRoot, 'tools/boundary-fixtures'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** A fixture's files import each other by path, since its libraries have no name. */
const besides = 'libs-are-imported-by-name';

let broken: Map<string, Set<string>>;
beforeAll(async () => {
  broken = await rulesBrokenBy('tools/boundary-fixtures');
}, 120_000);

describe('every import rule', () => {
  it('has a fixture of its name', () => expect([...fixtures].sort()).toEqual([...rules].sort()));

  it.each(rules)('%s is an error where it is broken, and nothing else is', (rule) => {
    const found = broken.get(rule) ?? new Set();
    expect([...found].filter((name) => name !== besides || rule === besides)).toEqual([rule]);
  });
});

/** Fixture → the rules that dependency-cruiser finds broken in it. */
async function rulesBrokenBy(folder: string): Promise<Map<string, Set<string>>> {
  const args = ['--config', 'tools/boundaries/fixtures.cruiser.mjs', '--output-type', 'json', folder];
  const cruiser = join(workspaceRoot, 'node_modules/.bin/depcruise');
  const env = { ...process.env, NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)(cruiser, args, { cwd: workspaceRoot, env, maxBuffer: 64 * 1024 * 1024 });
  const found = new Map<string, Set<string>>();
  const report: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(stdout);
  for (const { from, rule } of report.summary.violations) {
    const fixture = from.split('/')[2] ?? '';
    found.set(fixture, (found.get(fixture) ?? new Set()).add(rule.name));
  }
  return found;
}
