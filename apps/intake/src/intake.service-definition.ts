import { offerRevised } from '@accord/contracts/events/offer-revised';
import type { ServiceDefinition } from '@accord/service/start-service';

import { intakeConfig, type IntakeConfig } from './intake.config.js';
import { IntakeModule } from './intake.module.js';
import { knownNews } from './known-news.js';
import { migrations } from './migrations.js';
import { ownRevisions } from './own-revisions.js';

/** What the process runs, and what the tests start. */
export const intakeService: ServiceDefinition<IntakeConfig> = {
  name: 'intake',
  config: intakeConfig,
  module: (config) => IntakeModule.with(config),
  migrations,
  messaging: { writes: [offerRevised], owns: [ownRevisions], knownKeys: knownNews },
};
