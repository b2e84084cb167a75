import type { ServiceDefinition } from '@accord/service/start-service';

import { intakeConfig, type IntakeConfig } from './intake.config.js';
import { IntakeModule } from './intake.module.js';
import { migrations } from './migrations.js';

/** What the process runs, and what the tests start. */
export const intakeService: ServiceDefinition<IntakeConfig> = {
  name: 'intake',
  config: intakeConfig,
  module: (config) => IntakeModule.with(config),
  migrations,
};
