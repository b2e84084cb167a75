import type { z } from 'zod';

import { ConfigError, type EdgeConfig, readConfig } from './config.js';
import { Log } from './logging.js';
import { activeTrace } from './trace-context.js';
import { startTracing } from './tracing.js';

/** BSD's EX_CONFIG: a supervisor need not try again before someone has changed something. */
export const EXIT_CONFIG = 78;

export interface ProcessDefinition<C extends EdgeConfig> {
  readonly name: string;
  readonly config: z.ZodType<C>;
  /** Brings it up; resolves once it works. `abandon` fires when it is to stop before that. */
  readonly start: (
    config: C,
    log: Log,
    abandon: AbortSignal,
  ) => Promise<{ readonly url: string; stop(): Promise<void> }>;
}

/**
 * The life of one process: configuration, log, signals, exit codes. SIGTERM and SIGINT let it finish what is under way (exit
 * 0); a second one ends it at once. An error nobody caught ends it (exit 1): its state is unknown, its supervisor starts it
 * again. Wrong configuration: exit 78, with one message that lists all of it.
 */
export async function runProcess<C extends EdgeConfig>(definition: ProcessDefinition<C>): Promise<void> {
  const { name } = definition;
  const config = configOrExit(definition);
  const log = new Log({ service: name, level: config.LOG_LEVEL, trace: activeTrace });
  const abandon = new AbortController();
  endOnFault(log);
  adoptConsole(log);
  try {
    const stopTracing = await startTracing(name, config.OTEL_EXPORTER_OTLP_ENDPOINT);
    const starting = definition.start(config, log, abandon.signal);
    endOnSignal(log, async () => {
      abandon.abort();
      await (await starting.catch(() => undefined))?.stop();
      await stopTracing();
    });
    const { url } = await starting;
    log.info('service.ready', {
      url,
      bootMs: Math.round(performance.now()),
      rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20),
    });
  } catch (error) {
    if (abandon.signal.aborted) return;
    if (error instanceof ConfigError) exitForConfig(name, error);
    log.fatal('service.failed', error);
    process.exit(1);
  }
}

function configOrExit<C extends EdgeConfig>({ name, config }: ProcessDefinition<C>): C {
  try {
    return readConfig(config);
  } catch (error) {
    if (error instanceof ConfigError) exitForConfig(name, error);
    throw error;
  }
}

function exitForConfig(name: string, error: ConfigError): never {
  process.stderr.write(`${name} cannot start: ${error.message}\n`);
  process.exit(EXIT_CONFIG);
}

function endOnFault(log: Log): void {
  const end = (event: string) => (error: unknown) => {
    log.fatal(event, error);
    process.exit(1);
  };
  process.on('uncaughtException', end('process.uncaught-exception'));
  process.on('unhandledRejection', end('process.unhandled-rejection'));
}

function endOnSignal(log: Log, stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(130);
    stopping = true;
    const started = performance.now();
    log.info('service.stopping', { signal });
    stop().then(
      () => {
        log.info('service.stopped', { ms: Math.round(performance.now() - started) });
        process.exit(0);
      },
      (error: unknown) => {
        log.fatal('service.stop-failed', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** What libraries write to the console, and what Node warns of, becomes lines of the log like everything else. */
function adoptConsole(log: Log): void {
  const adopted =
    (level: 'debug' | 'warn') =>
    (...said: unknown[]) =>
      log[level]('console', { said });
  const quiet = adopted('debug');
  const loud = adopted('warn');
  Object.assign(console, { debug: quiet, info: quiet, log: quiet, warn: loud, error: loud });
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.debug('process.warning', { warning }));
}
