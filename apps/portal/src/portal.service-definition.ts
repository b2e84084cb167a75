import type { ServiceDefinition } from '@accord/service/start-service';

import { knownAds } from './known-ads.js';
import { migrations } from './migrations.js';
import { type PortalConfig, portalConfig } from './portal.config.js';
import { PortalModule } from './portal.module.js';

export const portalService: ServiceDefinition<PortalConfig> = {
  name: 'portal',
  config: portalConfig,
  module: () => PortalModule,
  migrations,
  messaging: { writes: [], knownKeys: [knownAds] },
};
