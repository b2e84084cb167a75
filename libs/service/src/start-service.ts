import { type DynamicModule, type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { createDataSource } from '@accord/database/connect';
import type { MigrationClass } from '@accord/database/migration';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';

import type { BaseConfig } from './config.js';
import { waitForDatabase } from './database-wait.js';
import { armFailpoint } from './failpoint.js';
import { Health } from './health.js';
import { HttpFrame } from './http-frame.js';
import { KitModule } from './kit.module.js';
import type { Log } from './logging.js';
import { Metrics } from './metrics.js';
import { messagingOf, type ServiceMessaging, startMessaging } from './service-messaging.js';
import { NestLogger } from './nest-logger.js';
import { serveOpenApi } from './openapi.js';
import { assertProfileAllowed } from './profile.js';
import { Stopping } from './stopping.js';

/** All that makes a service; the rest is the same for every one. */
export interface ServiceDefinition<C extends BaseConfig = BaseConfig> {
  readonly name: string;
  readonly config: z.ZodType<C>;
  readonly module: (config: C) => Type | DynamicModule;
  /** In order; `[...messagingMigrations, ...own]`. The service refuses to work on a schema at another version. */
  readonly migrations: readonly MigrationClass[];
  readonly entities?: readonly Function[];
  /** What it writes and reads beyond the handlers of its controllers, which are found by `@OnEvent`. */
  readonly messaging?: ServiceMessaging;
}

export interface RunningService {
  readonly url: string;
  readonly app: INestApplication;
  readonly dataSource: DataSource;
  /** Takes no more work, finishes what is under way, and closes everything. */
  stop(): Promise<void>;
}

@Module({})
class RootModule {}

/**
 * Starts a service in this process and returns once it is ready. It listens from the start, and waits for its database and
 * broker as long as they take; `abandon` gives up.
 * @throws ConfigError, SchemaMismatch
 */
export async function startService<C extends BaseConfig>(
  definition: ServiceDefinition<C>,
  config: C,
  log: Log,
  abandon: AbortSignal = new AbortController().signal,
): Promise<RunningService> {
  const { name, migrations } = definition;
  assertProfileAllowed(config.ACCORD_PROFILE, listenedAndUsed(config));
  armFailpoint(config);
  const health = new Health(log);
  const metrics = new Metrics(name);
  const frame = new HttpFrame({ name, log, metrics, health });
  const dataSource = createDataSource({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    applicationName: `accord-${name}`,
    ...(definition.entities !== undefined && { entities: definition.entities }),
    onConnectionLost: (error) => log.warn('database.connection-lost', { cause: error }),
  });
  const url = await frame.listen(config);
  log.info('service.listening', { url });
  const kit = KitModule.with({ config, dataSource, log, metrics, health, stopping: new Stopping(frame.stopped) });
  const stop = () => stopService({ frame, app, dataSource, health }, config.SHUTDOWN_TIMEOUT_MS);
  let app: INestApplication | undefined;
  try {
    const messaging = messagingOf(definition, config, metrics);
    app = await createApp({ module: RootModule, imports: [kit, messaging, definition.module(config)] }, frame, log);
    await waitForDatabase({ dataSource, migrations, log, schemaWaitMs: config.SCHEMA_WAIT_MS, signal: abandon });
    health.whenReady('database', async () => void (await dataSource.query('select 1')));
    serveOpenApi(app, name, '1');
    await app.init();
    await startMessaging(app, health, abandon);
    frame.mountErrors();
    frame.open();
    return { url, app, dataSource, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const createApp = (root: DynamicModule, frame: HttpFrame, log: Log): Promise<INestApplication> =>
  NestFactory.create<INestApplication>(root, new ExpressAdapter(frame.app), {
    bodyParser: false,
    logger: new NestLogger(log),
    abortOnError: false,
  });

interface Parts {
  readonly frame: HttpFrame;
  readonly app: INestApplication | undefined;
  readonly dataSource: DataSource;
  readonly health: Health;
}

/** Requests first, since they may still write; then the consumer and the relay, which Nest's hooks end; the pool last. */
async function stopService({ frame, app, dataSource, health }: Parts, timeoutMs: number): Promise<void> {
  await frame.close(timeoutMs);
  await app?.close();
  if (dataSource.isInitialized) await dataSource.destroy();
  health.stop();
}

function listenedAndUsed(config: BaseConfig): Record<string, string> {
  const brokers = config.KAFKA_BROKERS.map(
    (broker, at) => [`KAFKA_BROKERS (${at + 1})`, broker.replace(/:\d+$/, '')] as const,
  );
  return {
    HOST: config.HOST,
    DATABASE_URL: new URL(config.DATABASE_URL).hostname,
    ISSUER_URL: new URL(config.ISSUER_URL).hostname,
    ...Object.fromEntries(brokers),
  };
}
