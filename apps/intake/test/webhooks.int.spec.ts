import { intake, type IntakeUnderTest, startIntake } from './intake-harness.js';
import type { Receiver } from './receiver.js';
import { endSubscriptions, startReceiver } from './webhooks/support.js';

let running: IntakeUnderTest | undefined;
let receiver: Receiver | undefined;

beforeAll(async () => {
  receiver = await startReceiver();
  running = await startIntake({
    LOG_LEVEL: 'debug',
    ACCORD_PROFILE: 'test',
    OUTGOING_ALLOW: '127.0.0.1/32',
    // Five seconds are ten milliseconds.
    RETRY_SCALE: '0.002',
    BREAKER_RESET_MS: '200',
    WEBHOOK_TIMEOUT_MS: '1500',
  });
});
afterAll(async () => {
  await running?.stop();
  await receiver?.stop();
});
beforeEach(() => (intake().consent.mode = 'stopped'));
afterEach(endSubscriptions);

await import('./webhooks/signed.js');
await import('./webhooks/endpoints.js');
await import('./webhooks/subscribing.js');
await import('./webhooks/queues.js');
await import('./webhooks/agents.js');
// Last: it starts intake again, at another port.
await import('./webhooks/restart.js');
