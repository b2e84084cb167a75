import { startIntake, type IntakeUnderTest } from './intake-harness.js';

let running: IntakeUnderTest | undefined;
beforeAll(async () => (running = await startIntake()));
afterAll(() => running?.stop());

await import('./cases/import-formats.js');
await import('./cases/import-samples.js');
await import('./cases/import-bad-input.js');
await import('./cases/import-resume.js');
await import('./cases/import-docs.js');
await import('./cases/import-hostile.js');
await import('./cases/import-sweep.js');
