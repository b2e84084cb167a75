import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';

import type { PublisherConfig } from './publisher.config.js';

/** The rhythm in which publisher processes say that they are up. */
@Injectable()
export class Heartbeat {
  readonly everyMs: number;
  /** A process that stopped telling of itself is taken for gone after this; its lanes and leases go to others. */
  readonly seenMs: number;
  /** For how long a process counts on its lanes: others count them as its own for longer. */
  readonly holdsMs: number;

  constructor(@Inject(CONFIG) { HEARTBEAT_MS }: Pick<PublisherConfig, 'HEARTBEAT_MS'>) {
    this.everyMs = HEARTBEAT_MS;
    this.seenMs = 5 * HEARTBEAT_MS;
    this.holdsMs = 3.5 * HEARTBEAT_MS;
  }
}
