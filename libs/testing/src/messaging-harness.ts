import 'reflect-metadata';

import { createDataSource } from '@accord/database/connect';
import type { MigrationClass } from '@accord/database/migration';
import { EventServer } from '@accord/messaging/event-server';
import { Messaging } from '@accord/messaging/messaging';
import { MessagingModule } from '@accord/messaging/messaging.module';
import type { MessagingOptions } from '@accord/messaging/messaging-options';
import type { MessagingTuning } from '@accord/messaging/messaging-tuning';
import { messagingMigrations } from '@accord/messaging/migrations';
import { type INestApplication, Logger, Module, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';

import type { TestDeployment } from './test-deployment.js';

/** Waits made short. */
export const testTuning: Partial<MessagingTuning> = {
  sessionTimeoutMs: 6_000,
  heartbeatMs: 300,
  rebalanceTimeoutMs: 6_000,
  maxWaitMs: 100,
  firstRetryMs: 5,
  postponeMs: 20,
  postponeMaxMs: 200,
  careMs: 200,
  commitEveryMs: 200,
  relayLockMs: 100,
  relayPollMaxMs: 200,
  ownRestMs: 50,
};

export interface MessagingUnderTest {
  readonly app: INestApplication;
  readonly dataSource: DataSource;
  readonly messaging: Messaging;
  stop(): Promise<void>;
}

export interface MessagingSetup extends Partial<Omit<MessagingOptions, 'service'>> {
  readonly service: string;
  /** Beside those of messaging. */
  readonly migrations?: readonly MigrationClass[];
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Provider[];
  readonly inheritAppConfig?: boolean;
  /** How long a process that stands still inside a transaction keeps its locks. */
  readonly idleInTransactionTimeoutMs?: number;
  /** Of a schema made before; for a second instance of a service, or a restart. */
  readonly appUrl?: string;
}

/** One instance of a service that has nothing but messaging: handlers, outbox, relay, on the real broker and database. */
export async function startMessaging(deployment: TestDeployment, setup: MessagingSetup): Promise<MessagingUnderTest> {
  const { service, migrations = [], controllers = [], providers = [], ...rest } = setup;
  const { appUrl, inheritAppConfig = false, idleInTransactionTimeoutMs, ...options } = rest;
  const url = appUrl ?? (await deployment.migrate({ service, migrations: [...messagingMigrations, ...migrations] }));
  const dataSource = await createDataSource({
    url,
    applicationName: `accord-${service}`,
    poolSize: 6,
    idleInTransactionTimeoutMs,
  }).initialize();
  const kit = { provide: DataSource, useValue: dataSource };
  const messaging = MessagingModule.register({
    writes: [],
    kafka: deployment.kafka,
    topicPrefix: deployment.topicPrefix,
    databaseUrl: url,
    onFatal: (reason) => {
      throw reason;
    },
    ...options,
    service,
    tuning: { ...testTuning, ...options.tuning },
  });
  const root = { module: Root, imports: [{ module: Kit, global: true, providers: [kit], exports: [kit] }, messaging] };
  const app = await NestFactory.create(
    { ...root, controllers: [...controllers], providers: [...providers] },
    { abortOnError: false, logger: process.env.TEST_LOG === undefined ? false : new Logger() },
  );
  app.connectMicroservice({ strategy: app.get(EventServer) }, { inheritAppConfig });
  await app.init();
  await app.startAllMicroservices();
  return {
    app,
    dataSource,
    messaging: app.get(Messaging),
    stop: async () => {
      await app.close();
      await dataSource.destroy();
    },
  };
}

@Module({})
class Root {}

@Module({})
class Kit {}
