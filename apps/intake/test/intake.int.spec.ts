import { startIntake, type IntakeUnderTest } from './intake-harness.js';

let running: IntakeUnderTest | undefined;
beforeAll(async () => (running = await startIntake({ LOG_LEVEL: 'debug' })));
afterAll(() => running?.stop());

await import('./cases/submit.js');
await import('./cases/bad-input.js');
await import('./cases/offer-life.js');
await import('./cases/filling.js');
await import('./cases/news.js');
await import('./cases/privacy.js');
await import('./cases/import.js');
await import('./cases/events.js');
await import('./cases/revisions.js');
