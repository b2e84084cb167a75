import { partnerRegistered } from '@accord/contracts/events/partner-registered';
import { postingChanged } from '@accord/contracts/events/posting-changed';
import type { ServiceDefinition } from '@accord/service/start-service';

import { migrations } from './migrations.js';
import { ownedOutcomes } from './owned-outcomes.js';
import { type PublisherConfig, publisherConfig } from './publisher.config.js';
import { PublisherModule } from './publisher.module.js';

export const publisherService: ServiceDefinition<PublisherConfig> = {
  name: 'publisher',
  config: publisherConfig,
  module: () => PublisherModule,
  migrations,
  messaging: { writes: [postingChanged], owns: [ownedOutcomes], readFirst: [partnerRegistered] },
};
