import 'reflect-metadata';

import { Migration } from '@accord/database/migration';
import { ServiceHarness } from '@accord/testing/service-harness';
import { Controller, Get, Module } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';

import { Public } from '../src/authentication.js';
import { baseConfig } from '../src/config.js';

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

let harness: ServiceHarness;

beforeAll(async () => {
  harness = await ServiceHarness.start({
    name: 'kitdemo',
    config: baseConfig,
    module: () => ThingsModule,
    migrations: [Things1763900000000],
  });
});

afterAll(() => harness.stop());

it('answers once it is ready', async () => {
  const anyone = await harness.as();
  expect((await anyone.get('/v1/things')).status).toBe(200);
  expect((await anyone.get('/health/ready')).body).toEqual({ status: 'up', checks: { database: 'up' } });
  expect((await anyone.get('/nothing')).body).toMatchObject({
    status: 404,
    type: expect.stringContaining('route-not-found'),
  });
  expect(await anyone.get('/openapi.json')).toMatchObject({ body: { openapi: '3.1.0', paths: { '/v1/things': {} } } });
});
