import type { Provider, Type } from '@nestjs/common';

import { ChangeSubscription, SubscriptionParts } from './change-subscription.js';
import { DeliverEvents, DeliveryParts, DeliverySurroundings } from './deliver-events.js';
import { DeliveryQueueStore } from './delivery-queue.store.js';
import { DeliveryStore } from './delivery.store.js';
import { DispatchDeliveries } from './dispatch-deliveries.js';
import { EndpointClients } from './endpoint-clients.js';
import { ListDeliveries } from './list-deliveries.js';
import { SendTest } from './send-test.js';
import { ShowSubscriptions } from './show-subscriptions.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { SubscriptionStore } from './subscription.store.js';
import { SubscriptionsController } from './subscriptions.controller.js';

/** Webhooks to employers' software. */
export const subscriptionControllers: Type[] = [SubscriptionsController];
export const subscriptionProviders: Provider[] = [
  SubscriptionStore,
  SubscriptionSecrets,
  SubscriptionParts,
  ChangeSubscription,
  ShowSubscriptions,
  SendTest,
  ListDeliveries,
  DeliveryStore,
  DeliveryQueueStore,
  EndpointClients,
  DeliveryParts,
  DeliverySurroundings,
  DeliverEvents,
  DispatchDeliveries,
];
