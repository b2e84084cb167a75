import { offerVerified } from '@accord/contracts/events/offer-verified';
import type { ServiceDefinition } from '@accord/service/start-service';

import { migrations } from './migrations.js';
import { moderationConfig, type ModerationConfig } from './moderation.config.js';
import { ModerationModule } from './moderation.module.js';
import { knownOffers, ownVerdicts } from './verification/own-verdicts.js';

export const moderationService: ServiceDefinition<ModerationConfig> = {
  name: 'moderation',
  config: moderationConfig,
  module: () => ModerationModule,
  migrations,
  messaging: { writes: [offerVerified], owns: [ownVerdicts], knownKeys: [knownOffers] },
};
