import { Log } from '@accord/service/logging';
import { Loop } from '@accord/service/loop';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { DeliverEvents } from './deliver-events.js';
import { DeliveryQueueStore } from './delivery-queue.store.js';
import { EndpointClients } from './endpoint-clients.js';

/** How late a delivery starts at most, whichever instance wrote its event. */
const LOOK_EVERY_MS = 200;

/** Keeps every endpoint that has room busy with what is due for it; any number of instances may do so. */
@Injectable()
export class DispatchDeliveries implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: Loop;
  private readonly sending = new Set<Promise<void>>();

  constructor(
    private readonly queues: DeliveryQueueStore,
    private readonly clients: EndpointClients,
    private readonly deliver: DeliverEvents,
    log: Log,
  ) {
    this.loop = new Loop('webhooks', LOOK_EVERY_MS, () => this.turn(), log);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** Claims no more; what is under way ends as it would. */
  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await Promise.all(this.sending);
  }

  private async turn(): Promise<boolean> {
    const claimed = await this.queues.claim(this.clients.busy());
    if (claimed.length === 0) {
      this.clients.closeIdle();
      return false;
    }
    for (const sending of await this.deliver.execute(claimed)) this.follow(sending);
    return true;
  }

  private follow(sending: Promise<void>): void {
    const ended = sending.finally(() => {
      this.sending.delete(ended);
      this.loop.wake();
    });
    this.sending.add(ended);
  }
}
