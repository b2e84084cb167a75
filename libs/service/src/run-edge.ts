import type { Server } from 'node:http';

import type { Express } from 'express';
import type { z } from 'zod';

import type { EdgeConfig } from './config.js';
import { Health } from './health.js';
import { HttpFrame } from './http-frame.js';
import type { Log } from './logging.js';
import { Metrics } from './metrics.js';
import { runProcess } from './run-process.js';

export interface EdgeParts<C extends EdgeConfig> {
  readonly config: C;
  readonly app: Express;
  readonly server: Server;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: Health;
  /** Fires when the process is asked to stop. */
  readonly stopped: AbortSignal;
  /** Where it listens. */
  readonly url: string;
}

/** A process with neither database nor broker, such as the front door. */
export interface EdgeDefinition<C extends EdgeConfig> {
  readonly name: string;
  readonly config: z.ZodType<C>;
  /** Mounts its routes; what it answers, if anything, is called at the end. */
  readonly mount: (parts: EdgeParts<C>) => Promise<(() => Promise<void>) | undefined>;
}

export interface RunningEdge {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts one in this process. */
export async function startEdge<C extends EdgeConfig>(
  definition: EdgeDefinition<C>,
  config: C,
  log: Log,
): Promise<RunningEdge> {
  const health = new Health(log);
  const metrics = new Metrics(definition.name);
  const frame = new HttpFrame({ name: definition.name, log, metrics, health });
  const url = await frame.listen(config);
  let unmount: (() => Promise<void>) | undefined;
  const stop = async (): Promise<void> => {
    await frame.close(config.SHUTDOWN_TIMEOUT_MS);
    await unmount?.();
    health.stop();
  };
  try {
    const { app, server, stopped } = frame;
    unmount = await definition.mount({ config, app, server, log, metrics, health, stopped, url });
    frame.mountErrors();
    frame.open();
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The whole of such a process's `main.ts`. */
export const runEdge = <C extends EdgeConfig>(definition: EdgeDefinition<C>): Promise<void> =>
  runProcess({
    name: definition.name,
    config: definition.config,
    start: (config, log) => startEdge(definition, config, log),
  });
