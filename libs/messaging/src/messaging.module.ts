import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { DeadLetters } from './dead-letters.js';
import { EventServer } from './event-server.js';
import { Messaging } from './messaging.js';
import type { MessagingOptions } from './messaging-options.js';

/** Ends sending after everything that may still write: requests, handlers. */
@Injectable()
class LastToStop implements OnApplicationShutdown {
  constructor(private readonly messaging: Messaging) {}

  async onApplicationShutdown(): Promise<void> {
    await this.messaging.stopSending();
  }
}

/**
 * Needs TypeORM's `DataSource` in reach. The application then connects the strategy and starts it:
 * `app.connectMicroservice({ strategy: app.get(EventServer) }); await app.startAllMicroservices();`
 */
@Module({})
export class MessagingModule {
  static register(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [
        {
          provide: Messaging,
          useFactory: (dataSource: DataSource) => new Messaging(options, dataSource),
          inject: [DataSource],
        },
        {
          provide: EventServer,
          useFactory: (messaging: Messaging) => new EventServer(messaging),
          inject: [Messaging],
        },
        DeadLetters,
        LastToStop,
      ],
      exports: [Messaging, EventServer, DeadLetters],
    };
  }
}
