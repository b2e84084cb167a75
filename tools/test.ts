// npm test: every project's tests against a real broker and a real database, then the whole system from outside.
//   --chaos        then three brokers that lose their leader, too (CI)
//   --only a,b     these projects alone
import { startProgress } from './launcher/progress.ts';
import { startTestInfrastructure } from './test-run/infrastructure.ts';
import { planTests } from './test-run/projects.ts';
import { allPassed, forgetResult, readResult, summaryOf } from './test-run/results.ts';
import { runTests } from './test-run/run-nx.ts';

/** A test that hangs must not hang those who wait for the result. */
const LIMIT_MS = 30 * 60_000;

const progress = startProgress((line) => console.log(line));
const plan = planTests({ chaos: process.argv.includes('--chaos'), only: onlyOf(process.argv) });
const all = [...plan.projects, ...plan.afterwards];
const ending = AbortSignal.any([AbortSignal.timeout(LIMIT_MS), interrupted()]);

for (const { resultFile } of all) forgetResult(resultFile);
const infrastructure = await progress.step('broker and database ready', () =>
  startTestInfrastructure(process.env, (line) => progress.say(line)),
);
try {
  await progress.step(`${plan.projects.length} projects tested`, () => run(plan.projects));
  for (const project of plan.afterwards) await progress.step(`${project.name} tested`, () => run([project]));
} finally {
  await infrastructure.stop();
}

const results = all.map(({ name, resultFile }) => readResult(name, resultFile));
console.log(summaryOf(results));
process.exit(allPassed(results) ? 0 : 1);

/** `--only contracts,portal`: these projects alone. */
function onlyOf(argv: readonly string[]): readonly string[] | undefined {
  const at = argv.indexOf('--only');
  return at < 0 ? undefined : (argv[at + 1] ?? '').split(',');
}

async function run(projects: readonly { readonly name: string }[]): Promise<void> {
  if (!ending.aborted)
    await runTests(
      projects.map(({ name }) => name),
      infrastructure.env,
      ending,
    );
}

/** Ctrl-C ends the tests, then the broker and the database; what was not run counts as failed. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}
