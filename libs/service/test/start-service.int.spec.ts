import 'reflect-metadata';

import { dropService, migrateService } from '@accord/database/migrate';
import { Migration } from '@accord/database/migration';
import { adminDatabaseUrl } from '@accord/testing/environment';
import { Controller, Get, Module } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';

import { Public } from '../src/authentication.js';
import { baseConfig, readConfig } from '../src/config.js';
import { Log } from '../src/logging.js';
import { type RunningService, startService } from '../src/start-service.js';

class Things1763900000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table thing (id int primary key)');
  }
}

@Controller('v1/things')
@Public()
class ThingsController {
  @Get()
  list(): { items: string[] } {
    return { items: [] };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

const schema = { service: 'kitdemo', migrations: [Things1763900000000] };
let service: RunningService;

beforeAll(async () => {
  const { appUrl } = await migrateService({ adminUrl: adminDatabaseUrl, schema });
  const config = readConfig(baseConfig, {
    DATABASE_URL: appUrl,
    KAFKA_BROKERS: '127.0.0.1:19092',
    ISSUER_URL: 'http://127.0.0.1:9/oidc',
  });
  service = await startService(
    { name: 'kitdemo', config: baseConfig, module: () => ThingsModule, migrations: schema.migrations },
    config,
    new Log({ service: 'kitdemo', level: 'info' }),
  );
});

afterAll(async () => {
  await service?.stop();
  await dropService(adminDatabaseUrl, 'kitdemo');
});

it('answers once it is ready', async () => {
  const answer = await fetch(`${service.url}/v1/things`);
  expect(answer.status).toBe(200);
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
  expect((await fetch(`${service.url}/nothing`)).headers.get('content-type')).toContain('application/problem+json');
  const openapi = await (await fetch(`${service.url}/openapi.json`)).json();
  expect(Object.keys(openapi.paths)).toEqual(['/v1/things']);
});
