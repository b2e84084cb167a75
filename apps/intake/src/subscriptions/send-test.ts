import type { EmployerWebhook } from '@accord/contracts/employer-webhook';
import { WebhookSigner } from '@accord/receipts/webhook-signature';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

import type { Employer } from '../employer.js';
import type { TestAnswer } from './bodies.js';
import { EndpointClients } from './endpoint-clients.js';
import { noSuchSubscription } from './show-subscriptions.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { SubscriptionStore } from './subscription.store.js';

/** Tries an endpoint out, and tells at once what it answered: past the queues, also while the subscription is paused. */
@Injectable()
export class SendTest {
  constructor(
    private readonly subscriptions: SubscriptionStore,
    private readonly secrets: SubscriptionSecrets,
    private readonly clients: EndpointClients,
  ) {}

  /** @throws Problem not-found */
  async execute(employer: Employer, id: string, message = 'This is a test.'): Promise<TestAnswer> {
    const subscription = await this.subscriptions.find(id, employer);
    if (subscription === undefined) throw noSuchSubscription();
    const secrets = (await this.secrets.signingOf([id])).get(id) ?? [];
    const body: EmployerWebhook = {
      type: 'subscription.test',
      timestamp: new Date().toISOString(),
      data: { subscription: id, message },
    };
    const client = this.clients.alone();
    const webhookId = `test.${uuid()}`;
    const to = { url: subscription.url, signer: new WebhookSigner(secrets) };
    const sent = await client.send(webhookId, JSON.stringify(body), to);
    await client.close();
    if (sent === undefined) throw new Error('a circuit that is new cannot be open');
    const { result, durationMs } = sent;
    return {
      id: webhookId,
      result: result.kind,
      ...(result.status !== undefined && { status: result.status }),
      ...(result.kind === 'failed' && { error: result.error }),
      durationMs: Math.round(durationMs),
    };
  }
}
