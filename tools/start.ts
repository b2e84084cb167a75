// npm start: the whole system on this machine. `npm start -- --help` lists the options.
import { messageOf } from './infrastructure/errors.ts';
import { assertMayStart } from './launcher/loopback.ts';
import { AlreadyRunning } from './launcher/lock.ts';
import { parseOptions, usage, UsageError, type LauncherOptions } from './launcher/options.ts';
import { pagesOf } from './launcher/pages.ts';
import { startProgress } from './launcher/progress.ts';
import { endOnSignals } from './launcher/signals.ts';
import { System } from './launcher/system.ts';
import { services } from './services.ts';

const EXIT_USAGE = 2;

// Whoever reads us may go away, as `npm start | head` does: that is no reason to leave children behind.
process.stdout.on('error', () => undefined);
process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (typeof options === 'number') return options;
  const progress = startProgress((line) => console.log(line));
  const system = new System(options, { services, given: process.env, progress });
  const ended = endOnSignals(system, (line) => progress.say(line));
  try {
    const facts = await system.start();
    console.log(pagesOf(facts, progress.seconds()));
  } catch (error) {
    if (!ended.begun()) return fail(system, error);
  }
  return ended.done;
}

function readOptions(): LauncherOptions | number {
  try {
    const options = parseOptions(process.argv.slice(2), process.env);
    if (options !== 'help') {
      assertMayStart(options, process.env);
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
