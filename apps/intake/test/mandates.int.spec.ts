import { type IntakeUnderTest, startIntake } from './intake-harness.js';

let running: IntakeUnderTest | undefined;
beforeAll(async () => (running = await startIntake()));
afterAll(() => running?.stop());

await import('./mandates/giving.js');
await import('./mandates/acting.js');
await import('./mandates/ending.js');
