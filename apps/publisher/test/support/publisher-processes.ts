import { randomBytes } from 'node:crypto';

import { createDataSource } from '@accord/database/connect';
import { adminDatabaseUrl, kafkaBrokers } from '@accord/testing/environment';
import { dropService, migrateService } from '@accord/database/migrate';
import { ServiceProcess } from '@accord/testing/service-process';
import { TestIssuer } from '@accord/testing/test-issuer';
import type { DataSource } from 'typeorm';

import { migrations } from '../../src/migrations.js';

const main = new URL('publisher-main.ts', import.meta.url);

/** Publishers as processes of their own, on one schema: for what only a death shows. */
export class PublisherProcesses {
  private readonly started: ServiceProcess[] = [];

  private constructor(
    readonly dataSource: DataSource,
    private readonly suffix: string,
    private readonly issuer: TestIssuer,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async prepare(others: Readonly<Record<string, string>>): Promise<PublisherProcesses> {
    const suffix = `t${randomBytes(5).toString('hex')}`;
    const issuer = await TestIssuer.start();
    const schema = { service: 'publisher', migrations };
    const { appUrl } = await migrateService({ adminUrl: adminDatabaseUrl, schema, suffix });
    const env = {
      ...others,
      PORT: '0',
      DATABASE_URL: appUrl,
      KAFKA_BROKERS: kafkaBrokers.join(','),
      TOPIC_PREFIX: `${suffix}.`,
      ISSUER_URL: issuer.url,
      SERVICE_TOKEN: 'test-token-of-publisher',
    };
    const dataSource = createDataSource({ url: appUrl, applicationName: 'publisher test', poolSize: 2 });
    return new PublisherProcesses(await dataSource.initialize(), suffix, issuer, env);
  }

  get topicPrefix(): string {
    return `${this.suffix}.`;
  }

  /** Starts one, and waits for nothing. */
  launch(env: Readonly<Record<string, string>> = {}): ServiceProcess {
    const process = ServiceProcess.start(main, { ...this.env, ...env });
    this.started.push(process);
    return process;
  }

  /** Starts one and waits until it works. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> {
    const process = this.launch(env);
    await process.ready();
    return process;
  }

  /** Ends those that run, as a supervisor does. */
  async endAll(): Promise<void> {
    const ending = this.started.splice(0);
    for (const process of ending) for (const signal of ['SIGTERM', 'SIGCONT'] as const) process.signal(signal);
    await Promise.all(ending.map(({ exited }) => exited));
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.map((process) => process.end()));
    await this.dataSource.destroy();
    await dropService(adminDatabaseUrl, 'publisher', this.suffix);
    await this.issuer.stop();
  }
}
