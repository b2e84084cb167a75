import { Problem } from '@accord/service/problem';
import type { EdgeDefinition } from '@accord/service/run-edge';

import { mountDocuments } from './documents.routes.js';
import { mountOperatorRoutes } from './operator.routes.js';
import { ServiceAsker } from './service-asker.js';
import { mountServices, ServiceProxies } from './service-proxies.js';
import { mountStartPage } from './start.page.js';
import { upstreamsOf } from './upstreams.js';
import { type WebConfig, webConfig } from './web.config.js';

/** The front door: one address for everything, and nothing of its own to decide. */
export const web: EdgeDefinition<WebConfig> = {
  name: 'web',
  config: webConfig,
  mount: async ({ config, app }) => {
    const asker = new ServiceAsker(upstreamsOf(config));
    const proxies = new ServiceProxies(config);
    mountStartPage(app, config, asker);
    mountDocuments(app, config, asker);
    mountOperatorRoutes(app, config, asker, proxies);
    mountServices(app, proxies);
    app.use(() => {
      throw new Problem('route-not-found', 'Nothing is served at this address: see / for what is.');
    });
    return async () => {
      proxies.close();
      await asker.close();
    };
  },
};
