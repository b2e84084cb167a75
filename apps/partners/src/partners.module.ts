import { CONFIG } from '@accord/service/kit.module';
import { ServiceClient } from '@accord/service/service-client';
import { Module } from '@nestjs/common';

import { AskStop } from './ask-stop.js';
import { ChangePartner } from './change-partner.js';
import { Directory } from './directory.js';
import { EndpointSecrets } from './endpoint-secrets.js';
import { HaltPartner } from './halt-partner.js';
import { InternalController } from './internal.controller.js';
import { OutcomeHandlers } from './outcome.handlers.js';
import { OwnPartnerController } from './own-partner.controller.js';
import type { PartnersConfig } from './partners.config.js';
import { PartnersController } from './partners.controller.js';
import { PostingCounts } from './posting-counts.js';
import { SandboxSeed } from './sandbox-seed.js';
import { StopCallStore } from './stop-call.store.js';
import { StopFollower } from './stop-follower.js';
import { PartnerTerms } from './terms/partner-terms.js';
import { TermsController } from './terms/terms.controller.js';

const consentOf = (config: PartnersConfig): ServiceClient =>
  new ServiceClient({
    name: 'consent',
    baseUrl: config.CONSENT_URL,
    token: config.SERVICE_TOKEN,
    timeoutMs: config.STOP_TIMEOUT_MS,
  });

@Module({
  // One's own affairs before the directory: "me" is no partner's id.
  controllers: [TermsController, OwnPartnerController, PartnersController, InternalController, OutcomeHandlers],
  providers: [
    AskStop,
    ChangePartner,
    Directory,
    EndpointSecrets,
    HaltPartner,
    PartnerTerms,
    PostingCounts,
    SandboxSeed,
    StopCallStore,
    StopFollower,
    { provide: ServiceClient, useFactory: consentOf, inject: [CONFIG] },
  ],
})
export class PartnersModule {}
