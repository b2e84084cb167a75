import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../infrastructure/errors.ts';
import { workspaceRoot } from '../infrastructure/paths.ts';

/** One publisher process and the partners whose rows it sends; no lanes: everybody's. */
export interface PublisherInstance {
  readonly name: string;
  readonly lanes: readonly string[];
}

export interface LauncherOptions {
  readonly profile: 'production' | 'test';
  readonly fresh: boolean;
  /** Data, logs, secrets and run files of this system; absolute. */
  readonly varDir: string;
  /** Undefined: each service's usual port. 0: any free ports. Else the first of a row of ports. */
  readonly portBase: number | undefined;
  readonly publishers: readonly PublisherInstance[];
  /** Fill the system with the demonstration's offers. */
  readonly demo: boolean;
}

/** The command was typed wrong; its message is the one sentence to print. */
export class UsageError extends Error {}

export const usage = `npm start -- [options]
  --fresh               start empty: data, keys and logs of this folder are removed first
  --profile test        the test profile (docs/testing.md); also ACCORD_PROFILE=test
  --var <folder>        another folder than var/ for data and run files; each folder is a system of its own
  --port-base <n>       services listen on n, n+1, …; 0 takes any free ports
  --publishers <list>   several publisher processes, each with its partners: a:emploi-public+campus-formation,b:jobs-prive
  --no-demo             do not fill it with offers (docs/data.md); the test profile never is

KAFKA_BROKERS and DATABASE_URL (an administrator's) are used instead of a broker and a database of our own.`;

const everyPartner: readonly PublisherInstance[] = [{ name: 'publisher', lanes: [] }];

/** @throws UsageError */
export function parseOptions(argv: readonly string[], env: NodeJS.ProcessEnv): LauncherOptions | 'help' {
  const values = parse(argv);
  if (values.help === true) return 'help';
  const profile = profileOf(values.profile ?? env['ACCORD_PROFILE'] ?? 'production');
  return {
    profile,
    fresh: values.fresh ?? false,
    varDir: values.var === undefined ? resolve(workspaceRoot, 'var') : resolve(values.var),
    portBase: values['port-base'] === undefined ? undefined : portOf(values['port-base']),
    publishers: values.publishers === undefined ? everyPartner : publishersOf(values.publishers),
    demo: profile === 'production' && values['no-demo'] !== true,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean' },
        fresh: { type: 'boolean' },
        profile: { type: 'string' },
        var: { type: 'string' },
        'port-base': { type: 'string' },
        publishers: { type: 'string' },
        'no-demo': { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    const [sentence] = messageOf(cause).split('. ');
    throw new UsageError(`${sentence}: npm start -- --help lists the options.`, { cause });
  }
}

function profileOf(text: string): LauncherOptions['profile'] {
  if (text === 'test' || text === 'production') return text;
  throw new UsageError(`There is no profile ${text}: --profile and ACCORD_PROFILE take test or production.`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_000) return port;
  throw new UsageError(`--port-base takes a number from 0 to 65000, not ${text}.`);
}

function publishersOf(text: string): PublisherInstance[] {
  const publishers = text.split(',').map((one) => {
    const match = /^([a-z0-9-]+):([a-z0-9+-]+)$/.exec(one.trim());
    if (match === null) throw new UsageError(`--publishers takes name:partner+partner,name:partner, not ${text}.`);
    return { name: `publisher-${match[1]}`, lanes: (match[2] ?? '').split('+').filter((lane) => lane !== '') };
  });
  if (new Set(publishers.map(({ name }) => name)).size < publishers.length) {
    throw new UsageError(`--publishers names one publisher twice: ${text}.`);
  }
  return publishers;
}
