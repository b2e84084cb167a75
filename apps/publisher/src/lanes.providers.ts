import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Metrics } from '@accord/service/metrics';
import type { Provider } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

import { DispatchGate, Dispatcher } from './dispatcher.js';
import { LaneKeeper, LaneParts } from './lane-keeper.js';
import { LaneSet } from './lane-set.js';
import { LaneSignals } from './lane-signals.js';
import { ME } from './me.js';
import { PageClient } from './page-client.js';
import { PartnerClient } from './partner-client.js';
import { ownIdentity } from './process-identity.js';
import { type PublisherConfig, deliverySettings } from './publisher.config.js';
import type { Runner } from './runner.store.js';
import { SendParts, SendPosting } from './send-posting.js';
import { TestClient } from './test-client.js';

const httpOf = (config: PublisherConfig) => ({
  ...deliverySettings(config).http,
  totalTimeoutMs: config.PARTNER_TIMEOUT_MS,
});

function laneSet(config: PublisherConfig, metrics: Metrics): LaneSet {
  return new LaneSet((partner) => {
    const { BREAKER_RESET_MS: breakerResetMs } = config;
    const client = new PartnerClient({ partner, http: httpOf(config), breakerResetMs });
    void metrics.watchBreaker(client.breaker);
    return client;
  });
}

/** The ways to partners, and what keeps them busy. */
export const laneProviders: Provider[] = [
  {
    provide: ME,
    useFactory: ({ LANES }: PublisherConfig): Runner => ({ id: uuid(), lanes: LANES, process: ownIdentity() }),
    inject: [CONFIG],
  },
  { provide: LaneSet, useFactory: laneSet, inject: [CONFIG, Metrics] },
  LaneParts,
  {
    provide: LaneKeeper,
    useFactory: (...parts: ConstructorParameters<typeof LaneKeeper>) => new LaneKeeper(...parts),
    inject: [ME, LaneSet, LaneParts, Log],
  },
  {
    provide: PageClient,
    useFactory: (config: PublisherConfig) => new PageClient(httpOf(config)),
    inject: [CONFIG],
  },
  { provide: TestClient, useFactory: (config: PublisherConfig) => new TestClient(httpOf(config)), inject: [CONFIG] },
  SendParts,
  SendPosting,
  DispatchGate,
  Dispatcher,
  LaneSignals,
];
