import type { Pace } from '@accord/receipts/webhook-retry';
import { type WebhookSecret, WebhookSigner } from '@accord/receipts/webhook-signature';
import { failpoint } from '@accord/service/failpoint';
import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { afterDelivery, type NextStep } from '../domain/after-delivery.js';
import type { IntakeConfig } from '../intake.config.js';
import { type Claimed, DeliveryQueueStore } from './delivery-queue.store.js';
import { DeliveryStore } from './delivery.store.js';
import type { Sent } from './endpoint-client.js';
import { EndpointClients } from './endpoint-clients.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { SubscriptionStore } from './subscription.store.js';

/** What delivering works with. */
@Injectable()
export class DeliveryParts {
  constructor(
    readonly subscriptions: SubscriptionStore,
    readonly secrets: SubscriptionSecrets,
    readonly deliveries: DeliveryStore,
    readonly queues: DeliveryQueueStore,
  ) {}
}

/** How fast time goes, and where it is told. */
@Injectable()
export class DeliverySurroundings {
  private readonly scale: number;

  constructor(
    @Inject(CONFIG) { ACCORD_PROFILE, RETRY_SCALE }: IntakeConfig,
    readonly log: Log,
  ) {
    this.scale = ACCORD_PROFILE === 'test' ? RETRY_SCALE : 1;
  }

  pace(): Pace {
    return { scale: this.scale, random: Math.random() };
  }
}

/** The circuit is open: the queue is looked at again after so long. */
const NOT_SENT_MS = 1_000;

/**
 * Attempts deliveries, and writes down what came of them. No transaction is open while a request is under way; a process that
 * dies in between leaves a lease that lapses, and the event is sent again under the same id.
 */
@Injectable()
export class DeliverEvents {
  constructor(
    private readonly db: DataSource,
    private readonly parts: DeliveryParts,
    private readonly clients: EndpointClients,
    private readonly outside: DeliverySurroundings,
  ) {}

  /** Begins all of them at once; each ends by itself. */
  async execute(claimed: readonly Claimed[]): Promise<Promise<void>[]> {
    const secrets = await this.parts.secrets.signingOf([...new Set(claimed.map(({ subscription }) => subscription))]);
    return claimed.map((one) =>
      this.deliver(one, secrets.get(one.subscription) ?? []).catch((error: unknown) =>
        this.outside.log.error('webhook.failed', error, { subscription: one.subscription, delivery: one.delivery }),
      ),
    );
  }

  private async deliver(one: Claimed, secrets: readonly WebhookSecret[]): Promise<void> {
    const to = { url: one.url, signer: new WebhookSigner(secrets) };
    const client = this.clients.of(one.subscription, one.url);
    const sent = await client.send(one.delivery, JSON.stringify(one.event), to);
    failpoint('intake.webhook.after-send');
    if (sent === undefined) return this.parts.queues.giveBack(one, NOT_SENT_MS);
    await this.record(one, sent);
  }

  private async record(one: Claimed, sent: Sent): Promise<void> {
    const { subscriptions, deliveries, queues } = this.parts;
    const next = await this.db.transaction('READ COMMITTED', async (tx) => {
      if (!(await queues.holds(tx, one))) return undefined;
      const { failingForMs, lastSuccessAt } = await subscriptions.heard(tx, one.subscription, sent.result);
      const othersSucceed = lastSuccessAt !== null && one.firstAttemptAt !== null && lastSuccessAt > one.firstAttemptAt;
      const facts = { attempts: one.attempts + 1, failingForMs, othersSucceed, pace: this.outside.pace() };
      const step = afterDelivery(sent.result, facts);
      await deliveries.attempted(tx, one.delivery, { ...sent, next: step });
      await subscriptions.apply(tx, one.subscription, step);
      await queues.release(tx, one, step.delivery.kind === 'retry' ? step.delivery.inMs : 0);
      return step;
    });
    this.tell(one, sent, next);
  }

  private tell(one: Claimed, { result, durationMs }: Sent, next: NextStep | undefined): void {
    this.outside.log.info('webhook.attempted', {
      subscription: one.subscription,
      offerId: one.offerId,
      delivery: one.delivery,
      type: one.event.type,
      attempt: one.attempts + 1,
      result: result.kind,
      status: result.status,
      ms: Math.round(durationMs),
      ...(next?.delivery.kind === 'failed' && { givenUp: true }),
      ...(next?.pause !== undefined && { paused: next.pause }),
      ...(next === undefined && { takenOver: true }),
    });
  }
}
