import { Problem } from '@accord/service/problem';
import type { EdgeDefinition } from '@accord/service/run-edge';
import { sendProblem } from '@accord/service/send-problem';
import { TokenVerifier } from '@accord/service/token-verifier';

import { gatherLetters } from './gathered-letters.js';
import { proxy } from './proxy.js';
import { startPage } from './start.page.js';
import { upstreamsOf } from './upstreams.js';
import { type WebConfig, webConfig } from './web.config.js';

/** The front door: one address for everything, and nothing of its own to decide. */
export const web: EdgeDefinition<WebConfig> = {
  name: 'web',
  config: webConfig,
  mount: ({ config, app, log }) => {
    const tokens = new TokenVerifier(config);
    const front = proxy(config, log);
    app.get('/', (_request, response) => void response.type('html').send(startPage(config)));
    app.get('/v1/dead-letters', (request, response, next) => {
      gatherLetters(request, tokens, upstreamsOf(config)).then((letters) => response.json(letters), next);
    });
    app.use(front.handler);
    app.use((_request, response) =>
      sendProblem(response, new Problem('route-not-found', 'Nothing is served at this address: see / for what is.')),
    );
    return Promise.resolve(() => Promise.resolve(front.close()));
  },
};
