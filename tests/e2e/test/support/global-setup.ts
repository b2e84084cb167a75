import { SystemProcess } from './system-process.js';

declare global {
  var accordSystem: SystemProcess | undefined;
}

export default async function start(): Promise<void> {
  const system = await SystemProcess.start();
  globalThis.accordSystem = system;
  process.env.ACCORD_E2E_VAR = system.varDir;
}
