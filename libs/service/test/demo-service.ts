import { Migration } from '@accord/database/migration';
import { Body, Controller, Get, Headers, HttpCode, Module, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DataSource, type QueryRunner } from 'typeorm';
import { z } from 'zod';

import { CurrentSubject, Public, Roles, type Subject } from '../src/authentication.js';
import { type BaseConfig, baseConfig } from '../src/config.js';
import { assertVersion, ifMatchVersion } from '../src/headers.js';
import { StreamedBody } from '../src/json-body.js';
import { Cost } from '../src/rate-limit.js';
import { CallingService, ServiceOnly } from '../src/service-only.js';
import type { ServiceDefinition } from '../src/start-service.js';
import { Stopping } from '../src/stopping.js';
import { activeTraceparent } from '../src/trace-context.js';

class Things1763900000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table thing (id int generated always as identity primary key, title text not null)');
  }
}

const thing = z.strictObject({
  title: z.string().min(3, 'a title has at least 3 characters'),
  place: z.strictObject({ commune: z.string().regex(/^\d{5}$/, 'an INSEE code has 5 characters') }).optional(),
  contactEmail: z.email().optional(),
});
type Thing = z.infer<typeof thing>;

const query = z.strictObject({
  occupation: z.string().max(5).optional(),
  limit: z.coerce.number().int().max(100).default(10),
});

/** Something of everything a service of ours does. */
@Controller()
class DemoController {
  constructor(
    private readonly db: DataSource,
    private readonly stopping: Stopping,
  ) {}

  @Post('v1/things')
  @Roles('employer', 'operator')
  async submit(@CurrentSubject() subject: Subject, @Body({ schema: thing }) body: Thing): Promise<object> {
    const [row] = await this.db.query('insert into thing (title) values ($1) returning id', [body.title]);
    return { id: row.id, title: body.title, by: subject };
  }

  @Get('v1/things')
  @Public()
  async list(@Query({ schema: query }) { limit }: z.infer<typeof query>): Promise<object> {
    return { items: await this.db.query('select id, title from thing order by id limit $1', [limit]), limit };
  }

  @Get('v1/things/:id')
  @Public()
  one(@Param('id', { schema: z.uuid('an id is a UUID') }) id: string): object {
    return { id };
  }

  @Put('v1/things/:id')
  @Roles('employer')
  change(@Headers('if-match') ifMatch: string | undefined): object {
    assertVersion(ifMatchVersion(ifMatch), 3);
    return { version: 4 };
  }

  /** Sends a text to the database that has passed every check of ours, NUL included. */
  @Get('v1/raw-text')
  @Public()
  async rawText(): Promise<object> {
    return this.db.query('insert into thing (title) values ($1)', ['a\u0000b']);
  }

  @Get('v1/fails')
  @Public()
  fails(): never {
    throw new Error('the password of postgres://app:hunter22@db/x is wrong for jeanne@exemple.fr');
  }

  @Get('v1/uncaught')
  @Public()
  async uncaught(): Promise<void> {
    setImmediate(() => {
      throw new Error('nobody caught this');
    });
    await new Promise(() => undefined);
  }

  @Get('v1/undeclared')
  undeclared(): object {
    return {};
  }

  @Get('v1/dear')
  @Public()
  @Cost(500)
  dear(): object {
    return {};
  }

  @Get('v1/trace')
  @Public()
  trace(): object {
    return { traceparent: activeTraceparent() };
  }

  @Get('v1/slow')
  @Public()
  async slow(): Promise<object> {
    await this.db.query('select pg_sleep(1)');
    return { finished: true };
  }

  @Get('v1/stream')
  @Public()
  stream(@Res() response: Response): void {
    response.set('content-type', 'text/event-stream');
    response.write('data: begun\n\n');
    this.stopping.signal.addEventListener('abort', () => response.end('data: ended\n\n'));
  }

  @Post('v1/bulk')
  @Roles('employer')
  @StreamedBody()
  async bulk(@Req() request: Request): Promise<object> {
    let bytes = 0;
    for await (const chunk of request) bytes += Buffer.byteLength(chunk);
    return { bytes };
  }

  @Post('internal/v1/ping')
  @ServiceOnly('publisher', 'portal')
  @HttpCode(200)
  ping(@CallingService() service: string | undefined): object {
    return { pong: service };
  }
}

@Module({ controllers: [DemoController] })
class DemoModule {}

export const demoService: ServiceDefinition<BaseConfig> = {
  name: 'kitdemo',
  config: baseConfig,
  module: () => DemoModule,
  migrations: [Things1763900000000],
};
