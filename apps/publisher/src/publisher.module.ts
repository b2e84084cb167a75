import { CONFIG } from '@accord/service/kit.module';
import { Module } from '@nestjs/common';

import { AcknowledgePosting } from './acknowledge-posting.js';
import { CommitWatch } from './after-commit.js';
import { ApplyDecision } from './apply-decision.js';
import { AttemptStore } from './attempt.store.js';
import { BacklogStore } from './backlog.store.js';
import { ClaimStore } from './claim.store.js';
import { ComposeMessage } from './compose-message.js';
import { Conclude } from './conclude.js';
import { ConsoleController } from './console.controller.js';
import { DecisionHandlers } from './decision.handlers.js';
import { DeliverPosting } from './deliver-posting.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveryStore } from './delivery.store.js';
import { EndPosting } from './end-posting.js';
import { laneProviders } from './lanes.providers.js';
import { ListDeliveries } from './list-deliveries.js';
import { OfferViewStore } from './offer-view.store.js';
import { OfferViews } from './offer-views.js';
import { PartnerHandlers } from './partner.handlers.js';
import { PartnerStore } from './partner.store.js';
import { PostingStore } from './posting.store.js';
import { PostingsController } from './postings.controller.js';
import { PublisherMetrics } from './publisher-metrics.js';
import { type PublisherConfig, deliverySettings } from './publisher.config.js';
import { RegisterPartner } from './register-partner.js';
import { RunnerStore } from './runner.store.js';
import { SendTestEvent, TestEventStores } from './send-test-event.js';
import { serviceProviders } from './services.providers.js';
import { RetryScale, StoreConclusions } from './store-conclusions.js';
import { TakeOver } from './take-over.js';
import { Figures, PermitFigures, Upkeep } from './upkeep.js';
import { WatchFlights } from './watch-flights.js';

const stores = [
  AttemptStore,
  BacklogStore,
  ClaimStore,
  DeliveryStore,
  OfferViewStore,
  PartnerStore,
  PostingStore,
  RunnerStore,
];
const useCases = [
  AcknowledgePosting,
  ApplyDecision,
  ListDeliveries,
  RegisterPartner,
  SendTestEvent,
  TestEventStores,
  TakeOver,
];
const delivery = [ComposeMessage, Conclude, DeliverPosting, EndPosting, OfferViews, StoreConclusions];

@Module({
  controllers: [DeliveriesController, ConsoleController, PostingsController, DecisionHandlers, PartnerHandlers],
  providers: [
    ...stores,
    ...useCases,
    ...delivery,
    ...serviceProviders,
    ...laneProviders,
    PublisherMetrics,
    {
      provide: RetryScale,
      useFactory: (config: PublisherConfig) => new RetryScale(deliverySettings(config).retryScale),
      inject: [CONFIG],
    },
    WatchFlights,
    Upkeep,
    CommitWatch,
    Figures,
    PermitFigures,
  ],
})
export class PublisherModule {}
