import { messageOf } from '../infrastructure/errors.ts';
import { fillWithDemo } from './demo.ts';
import { AlreadyRunning } from './lock.ts';
import { assertMayStart } from './loopback.ts';
import { parseOptions, usage, UsageError, type LauncherOptions } from './options.ts';
import { pagesOf } from './pages.ts';
import { startProgress } from './progress.ts';
import { endOnSignals } from './signals.ts';
import { System, type SystemContext } from './system.ts';

const EXIT_USAGE = 2;

/** The whole of `npm start`: from the command line to the exit code, once everything has ended. */
export async function runLauncher(argv: readonly string[], context: Omit<SystemContext, 'progress'>): Promise<number> {
  const options = readOptions(argv, context.given);
  if (typeof options === 'number') return options;
  const progress = startProgress((line) => console.log(line));
  const system = new System(options, { ...context, progress });
  const ended = endOnSignals(system, (line) => progress.say(line));
  try {
    const facts = await system.start();
    console.log(pagesOf(facts, progress.seconds()));
    void fillWithDemo(facts, progress, system.ending);
  } catch (error) {
    if (!ended.begun()) return fail(system, error);
  }
  return ended.done;
}

function readOptions(argv: readonly string[], given: NodeJS.ProcessEnv): LauncherOptions | number {
  try {
    const options = parseOptions(argv, given);
    if (options !== 'help') {
      assertMayStart(options, given);
      return options;
    }
    console.log(usage);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return EXIT_USAGE;
  }
}

async function fail(system: System, error: unknown): Promise<number> {
  console.error(`\n${messageOf(error)}`);
  // Another launcher's children are not ours to end.
  if (!(error instanceof AlreadyRunning)) await system.stop();
  return 1;
}
