import 'reflect-metadata';

import type { BaseConfig } from './config.js';
import { runProcess } from './run-process.js';
import { type ServiceDefinition, startService } from './start-service.js';

/** The whole of a service's `main.ts`: `await runService({ name: 'intake', config, module, migrations })`. */
export function runService<C extends BaseConfig>(definition: ServiceDefinition<C>): Promise<void> {
  return runProcess({
    name: definition.name,
    config: definition.config,
    start: (config, log, abandon) => startService(definition, config, log, abandon),
  });
}
