import { reachOf } from '@accord/safe-http/reach';
import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

import type { IntakeConfig } from '../intake.config.js';
import type { Busy } from './delivery-queue.store.js';
import { DeliveryQueueStore } from './delivery-queue.store.js';
import { EndpointClient } from './endpoint-client.js';

const FORGOTTEN_MS = 10 * 60_000;

interface Way {
  readonly url: string;
  readonly client: EndpointClient;
}

/** The ways to employers' endpoints that this process has used of late, one a subscription. */
@Injectable()
export class EndpointClients implements OnApplicationShutdown {
  private readonly ways = new Map<string, Way>();

  constructor(
    private readonly queues: DeliveryQueueStore,
    @Inject(CONFIG) private readonly config: IntakeConfig,
    private readonly log: Log,
  ) {}

  /** A way of its own, for one request that somebody waits for. */
  alone(): EndpointClient {
    const { WEBHOOK_TIMEOUT_MS: totalTimeoutMs, BREAKER_RESET_MS: resetMs } = this.config;
    return new EndpointClient({ ...reachOf(this.config), totalTimeoutMs }, resetMs);
  }

  /** An address that was changed starts afresh; what is under way to the one before ends as it would. */
  of(subscription: string, url: string): EndpointClient {
    const known = this.ways.get(subscription);
    if (known?.url === url) return known.client;
    if (known !== undefined) this.leave(known);
    const client = this.alone();
    client.onBack(() => void this.back(subscription));
    this.ways.set(subscription, { url, client });
    return client;
  }

  busy(): Busy[] {
    return [...this.ways].map(([subscription, { client }]) => ({ subscription, used: client.used }));
  }

  /** Those not used for long. */
  closeIdle(): void {
    for (const [subscription, way] of this.ways) {
      if (way.client.idleMs() < FORGOTTEN_MS) continue;
      this.ways.delete(subscription);
      this.leave(way);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.ways.values()].map(({ client }) => client.close()));
  }

  private leave({ client }: Way): void {
    client.close().catch((cause: unknown) => this.log.warn('webhook.not-closed', { cause }));
  }

  /** Told by the circuit: what waits need not wait for its turn on the schedule. */
  private async back(subscription: string): Promise<void> {
    this.log.info('webhook.endpoint-back', { subscription });
    await this.queues
      .dueNow(subscription)
      .catch((cause: unknown) => this.log.warn('webhook.not-hastened', { subscription, cause }));
  }
}
