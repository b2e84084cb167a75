import { ServiceClient } from '@accord/service/service-client';
import { type DynamicModule, Module } from '@nestjs/common';

import { AskStop } from './ask-stop.js';
import { CommitStops } from './commit-stops.js';
import { ConcludeStop } from './conclude-stop.js';
import { ContactKeyStore } from './contact-key.store.js';
import { ContactKeysController } from './contact-keys.controller.js';
import { ContactVault } from './contact-vault.js';
import { DecisionHandlers } from './decision.handlers.js';
import { eventControllers, eventProviders } from './events/events.parts.js';
import { HandOutContactKeys } from './hand-out-contact-keys.js';
import { HearNews } from './hear-news.js';
import { Housekeeping } from './housekeeping.js';
import { IdempotencyStore } from './idempotency.store.js';
import { ImportBatch } from './import/import-batch.js';
import { ImportOffers } from './import/import-offers.js';
import { ImportStorable } from './import/import-storable.js';
import { ImportStore } from './import/import.store.js';
import { PlanBatch } from './import/plan-batch.js';
import { ImportsController } from './import/imports.controller.js';
import { ShowImport } from './import/show-import.js';
import { WriteSteps } from './import/write-steps.js';
import type { IntakeConfig } from './intake.config.js';
import { ListOffers } from './list-offers.js';
import { mandateControllers, mandateProviders } from './mandates/mandates.parts.js';
import { NewOfferStore } from './new-offer.store.js';
import { NewsStore } from './news.store.js';
import { noticeProviders } from './notices/notices.parts.js';
import { OfferStopsController } from './offer-stops.controller.js';
import { OfferTextsController } from './offer-texts.controller.js';
import { OfferStore } from './offer.store.js';
import { OffersController } from './offers.controller.js';
import { OutcomeHandlers } from './outcome.handlers.js';
import { PrepareText } from './prepare-text.js';
import { RenewOffer } from './renew-offer.js';
import { ReopenOffer } from './reopen-offer.js';
import { ReviseOffer } from './revise-offer.js';
import { RevisionNewsStore } from './revision-news.store.js';
import { RevisionStore } from './revision.store.js';
import { ShowOffer } from './show-offer.js';
import { ShowRevisions } from './show-revisions.js';
import { ShowStop } from './show-stop.js';
import { StopFollower } from './stop-follower.js';
import { StopOffer, StopParts } from './stop-offer.js';
import { StopStore } from './stop.store.js';
import { SubmitOffer } from './submit-offer.js';
import { subscriptionControllers, subscriptionProviders } from './subscriptions/subscriptions.parts.js';
import { TextStore } from './text.store.js';
import { VerdictHandlers } from './verdict.handlers.js';
import { WriteText } from './write-text.js';

const stores = [
  ContactKeyStore,
  IdempotencyStore,
  ImportStore,
  NewOfferStore,
  NewsStore,
  OfferStore,
  RevisionNewsStore,
  RevisionStore,
  StopStore,
  TextStore,
];
const useCases = [
  AskStop,
  CommitStops,
  ConcludeStop,
  HandOutContactKeys,
  HearNews,
  ImportBatch,
  ImportOffers,
  ImportStorable,
  ListOffers,
  PlanBatch,
  PrepareText,
  RenewOffer,
  ReopenOffer,
  ReviseOffer,
  ShowImport,
  ShowOffer,
  ShowRevisions,
  ShowStop,
  StopOffer,
  StopParts,
  SubmitOffer,
  WriteSteps,
  WriteText,
];

@Module({})
export class IntakeModule {
  static with(config: IntakeConfig): DynamicModule {
    return {
      module: IntakeModule,
      // Imports before offers: "bulk" is no offer's id.
      controllers: [
        ImportsController,
        OffersController,
        OfferStopsController,
        OfferTextsController,
        ContactKeysController,
        ...eventControllers,
        ...subscriptionControllers,
        ...mandateControllers,
        VerdictHandlers,
        DecisionHandlers,
        OutcomeHandlers,
      ],
      providers: [
        ...stores,
        ...useCases,
        ...eventProviders,
        ...noticeProviders,
        ...subscriptionProviders,
        ...mandateProviders,
        Housekeeping,
        StopFollower,
        { provide: ContactVault, useFactory: () => new ContactVault(config.CONTACT_VAULT_KEY) },
        { provide: ServiceClient, useFactory: () => consentOf(config) },
      ],
    };
  }
}

const consentOf = (config: IntakeConfig): ServiceClient =>
  new ServiceClient({
    name: 'consent',
    baseUrl: config.CONSENT_URL,
    token: config.SERVICE_TOKEN,
    timeoutMs: config.STOP_TIMEOUT_MS,
  });
