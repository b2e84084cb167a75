// Jest loads this file outside its own module system, which alone knows our TypeScript; the tests' loader does too.
import '@accord/testing/register-ts';

const { SystemProcess } = await import('@accord/testing/system-process');

export default async function start() {
  const system = await SystemProcess.start();
  globalThis.accordSystem = system;
  process.env.ACCORD_E2E_VAR = system.varDir;
}
