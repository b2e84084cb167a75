import { randomBytes } from 'node:crypto';

import { closeConnection, openConnection } from '@accord/database/connection';
import { dropService, migrateService } from '@accord/database/migrate';
import type { BaseConfig } from '@accord/service/config';
import { readConfig } from '@accord/service/config';
import { type RunningService, type ServiceDefinition, startService } from '@accord/service/start-service';
import type { DataSource } from 'typeorm';

import { CapturedLog } from './captured-log.js';
import { adminDatabaseUrl, kafkaBrokers } from './environment.js';
import { HttpClient } from './http-client.js';
import { TestIssuer, type TestSubject } from './test-issuer.js';

const services = ['web', 'intake', 'moderation', 'consent', 'publisher', 'partners', 'portal', 'auditor'];
const tokenOf = (service: string): string => `test-token-of-${service}`;

export interface HarnessOptions {
  /** Settings beside the usual ones, or instead of them. */
  readonly env?: Readonly<Record<string, string>>;
  /** PostgreSQL extensions of the service's schema. */
  readonly extensions?: readonly string[];
  /** To let several services of one test talk over the same topics, and trust the same issuer. */
  readonly shared?: { readonly topicPrefix: string; readonly issuer: TestIssuer };
}

/** One service, really started, with a schema, roles, topics and an issuer of its own. */
export class ServiceHarness<C extends BaseConfig = BaseConfig> {
  readonly log: CapturedLog;
  private running: RunningService | undefined;

  private constructor(
    private readonly definition: ServiceDefinition<C>,
    private readonly env: Readonly<Record<string, string>>,
    private readonly own: { readonly suffix: string; readonly issuer: TestIssuer; readonly stopsIssuer: boolean },
  ) {
    this.log = new CapturedLog(definition.name);
  }

  static async start<C extends BaseConfig>(
    definition: ServiceDefinition<C>,
    options: HarnessOptions = {},
  ): Promise<ServiceHarness<C>> {
    const suffix = `t${randomBytes(5).toString('hex')}`;
    const issuer = options.shared?.issuer ?? (await TestIssuer.start());
    const { name: service, migrations } = definition;
    const { appUrl } = await migrateService({
      adminUrl: adminDatabaseUrl,
      schema: { service, migrations, ...(options.extensions !== undefined && { extensions: options.extensions }) },
      suffix,
    });
    const env = {
      PORT: '0',
      DATABASE_URL: appUrl,
      DATABASE_POOL: '5',
      KAFKA_BROKERS: kafkaBrokers.join(','),
      TOPIC_PREFIX: options.shared?.topicPrefix ?? `${suffix}.`,
      ISSUER_URL: issuer.url,
      SERVICE_TOKEN: tokenOf(service),
      SERVICE_TOKENS: services.map((name) => `${name}:${tokenOf(name)}`).join(','),
      ...options.env,
    };
    const harness = new ServiceHarness(definition, env, {
      suffix,
      issuer,
      stopsIssuer: options.shared === undefined,
    });
    await harness.startAgain();
    return harness;
  }

  get service(): RunningService {
    if (this.running === undefined) throw new Error(`${this.definition.name} is stopped`);
    return this.running;
  }

  get url(): string {
    return this.service.url;
  }

  /** The application role's own pool: what a test writes with it, the service could write. */
  get dataSource(): DataSource {
    return this.service.dataSource;
  }

  /** The settings it was started with: to start another instance on the same data. */
  get environment(): Readonly<Record<string, string>> {
    return this.env;
  }

  get topicPrefix(): string {
    return this.env.TOPIC_PREFIX ?? '';
  }

  get issuer(): TestIssuer {
    return this.own.issuer;
  }

  /** A caller with a token for this subject, or without one. */
  async as(subject?: TestSubject): Promise<HttpClient> {
    return new HttpClient(this.url, subject === undefined ? undefined : await this.issuer.tokenFor(subject));
  }

  /** A caller that is another service of ours. */
  asService(name: string): HttpClient {
    return new HttpClient(this.url, tokenOf(name));
  }

  /** As the database's administrator: to break what the service cannot break itself. */
  async adminQuery(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const admin = await openConnection(adminDatabaseUrl, 'accord test');
    try {
      return (await admin.query(sql, values)).rows;
    } finally {
      await closeConnection(admin);
    }
  }

  /** Starts it again on the same data: after `stopService`, or to see what a restart does. */
  async startAgain(): Promise<void> {
    const config = readConfig(this.definition.config, this.env);
    this.running = await startService(this.definition, config, this.log.log);
  }

  async stopService(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  /** Stops it and removes its schema and roles. */
  async stop(): Promise<void> {
    await this.stopService();
    await dropService(adminDatabaseUrl, this.definition.name, this.own.suffix);
    if (this.own.stopsIssuer) await this.own.issuer.stop();
  }
}
