import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';

import { AccessGuard } from './access.guard.js';
import type { BaseConfig } from './config.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { Health } from './health.js';
import { JsonBodyInterceptor } from './json-body.js';
import { Log } from './logging.js';
import { Metrics } from './metrics.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimits } from './rate-limit.js';
import { RequestValidationPipe } from './request-validation.pipe.js';
import { Stopping } from './stopping.js';
import { TokenVerifier } from './token-verifier.js';

/** Injects the service's whole configuration: `@Inject(CONFIG) private readonly config: IntakeConfig`. */
export const CONFIG = Symbol('accord:config');

export interface KitParts {
  readonly config: BaseConfig;
  readonly dataSource: DataSource;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly stopping: Stopping;
}

/** What every service can inject, and what stands around every route. */
@Global()
@Module({})
export class KitModule {
  static with({ config, dataSource, log, metrics, health, stopping }: KitParts): DynamicModule {
    const limits = new RateLimits(config);
    const tokens = new TokenVerifier(config);
    const shared = [
      { provide: CONFIG, useValue: config },
      { provide: DataSource, useValue: dataSource },
      { provide: Log, useValue: log },
      { provide: Metrics, useValue: metrics },
      { provide: Health, useValue: health },
      { provide: Stopping, useValue: stopping },
    ];
    return {
      module: KitModule,
      controllers: [DeadLettersController],
      providers: [
        ...shared,
        {
          provide: APP_GUARD,
          useFactory: (reflector: Reflector) => new AccessGuard(reflector, tokens, limits, config),
          inject: [Reflector],
        },
        { provide: APP_INTERCEPTOR, useClass: JsonBodyInterceptor },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
        { provide: APP_FILTER, useFactory: () => new ProblemFilter(log) },
      ],
      exports: shared.map(({ provide }) => provide),
    };
  }
}
