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
import { KeepAttempts } from './keep-attempts.js';
import { laneProviders } from './lanes.providers.js';
import { ListDeliveries } from './list-deliveries.js';
import { ListRecalls } from './list-recalls.js';
import { LookAtPages, PagePace, PageParts } from './look-at-pages.js';
import { OfferViewStore } from './offer-view.store.js';
import { OfferViews } from './offer-views.js';
import { PageTurnsStore } from './page-turns.store.js';
import { PartnerHandlers } from './partner.handlers.js';
import { PartnerStore } from './partner.store.js';
import { PostingStore } from './posting.store.js';
import { PostingsController } from './postings.controller.js';
import { PublisherMetrics } from './publisher-metrics.js';
import { type PublisherConfig, deliverySettings } from './publisher.config.js';
import { RecallMetrics } from './recall-metrics.js';
import { RecallNews } from './recall-news.js';
import { RecallStore } from './recall.store.js';
import { RecallsController } from './recalls.controller.js';
import { RegisterPartner } from './register-partner.js';
import { RunnerStore } from './runner.store.js';
import { SendTestEvent, TestEventStores } from './send-test-event.js';
import { serviceProviders } from './services.providers.js';
import { RetryScale, StoreConclusions } from './store-conclusions.js';
import { TakeOver } from './take-over.js';
import { Figures, PermitFigures, StoredFigures, Upkeep } from './upkeep.js';
import { WatchFlights } from './watch-flights.js';
import { WatchPages } from './watch-pages.js';

const stores = [
  AttemptStore,
  BacklogStore,
  ClaimStore,
  DeliveryStore,
  OfferViewStore,
  PageTurnsStore,
  PartnerStore,
  PostingStore,
  RecallStore,
  RunnerStore,
];
const useCases = [
  AcknowledgePosting,
  ApplyDecision,
  ListDeliveries,
  ListRecalls,
  RegisterPartner,
  SendTestEvent,
  TestEventStores,
  TakeOver,
];
const delivery = [ComposeMessage, Conclude, DeliverPosting, EndPosting, OfferViews, KeepAttempts, StoreConclusions];
const recalls = [LookAtPages, PagePace, PageParts, RecallNews, WatchPages];

@Module({
  controllers: [
    DeliveriesController,
    ConsoleController,
    PostingsController,
    RecallsController,
    DecisionHandlers,
    PartnerHandlers,
  ],
  providers: [
    ...stores,
    ...useCases,
    ...delivery,
    ...recalls,
    ...serviceProviders,
    ...laneProviders,
    PublisherMetrics,
    RecallMetrics,
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
    StoredFigures,
  ],
})
export class PublisherModule {}
