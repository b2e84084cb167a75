import { defineEvent } from '@accord/contracts/define-event';
import { Migration } from '@accord/database/migration';
import type { EventContext } from '@accord/messaging/event-context';
import { messagingMigrations } from '@accord/messaging/migrations';
import { OnEvent } from '@accord/messaging/on-event';
import { addToOutbox } from '@accord/messaging/outbox';
import { Ctx, Payload } from '@nestjs/microservices';
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

/** An event of the demo's own. */
const thingHappened = defineEvent({
  type: 'thing.happened',
  topic: { name: 'kit.things', retention: 'compact', partitions: 1, writer: 'kitdemo' },
  data: z.object({ thingId: z.string(), version: z.int(), mood: z.enum(['good', 'unbearable']) }),
  key: ({ thingId }) => thingId,
  version: ({ version }) => version,
  readers: ['kitdemo'],
});
type ThingHappened = z.infer<typeof thingHappened.data>;

@Controller()
class ThingHandlers {
  @OnEvent(thingHappened)
  async on(@Payload() data: ThingHappened | null, @Ctx() event: EventContext): Promise<void> {
    if (data?.mood === 'unbearable') {
      const [row] = await event.tx.query('select count(*)::int as cured from thing where title = $1', ['cure']);
      if (row.cured === 0) throw new Error('this cannot be borne');
    }
    await event.tx.query('insert into thing (title) values ($1)', [`heard ${activeTraceparent()}`]);
  }
}

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

  @Post('v1/happenings')
  @Public()
  async happen(@Body({ schema: thingHappened.data }) data: ThingHappened): Promise<object> {
    await this.db.transaction((tx) => addToOutbox(tx, thingHappened, data));
    return { traceparent: activeTraceparent() };
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

@Module({ controllers: [DemoController, ThingHandlers] })
class DemoModule {}

export const demoService: ServiceDefinition<BaseConfig> = {
  name: 'kitdemo',
  config: baseConfig,
  module: () => DemoModule,
  migrations: [...messagingMigrations, Things1763900000000],
  messaging: { writes: [thingHappened], tuning: { firstRetryMs: 5 } },
};
