import { partnerRegistered } from '@accord/contracts/events/partner-registered';
import type { ServiceDefinition } from '@accord/service/start-service';

import { EndpointEntity } from './endpoint.entity.js';
import { knownPostings } from './known-postings.js';
import { migrations } from './migrations.js';
import { ownRegistrations } from './own-registrations.js';
import { PartnerEntity } from './partner.entity.js';
import { type PartnersConfig, partnersConfig } from './partners.config.js';
import { PartnersModule } from './partners.module.js';

/** What the process runs, and what the tests start. */
export const partnersService: ServiceDefinition<PartnersConfig> = {
  name: 'partners',
  config: partnersConfig,
  module: () => PartnersModule,
  migrations,
  entities: [PartnerEntity, EndpointEntity],
  messaging: { writes: [partnerRegistered], owns: [ownRegistrations], knownKeys: [knownPostings] },
};
