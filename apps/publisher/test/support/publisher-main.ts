import { runService } from '@accord/service/run-service';

import { publisherService } from '../../src/publisher.service-definition.js';

const { messaging = { writes: [] } } = publisherService;

/** As `src/main.ts`, but that its group notices within the broker's shortest time that it died. */
await runService({
  ...publisherService,
  messaging: { ...messaging, tuning: { sessionTimeoutMs: 6_000, heartbeatMs: 500 } },
});
