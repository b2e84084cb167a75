import type { Usage as PhaseUsage } from '../domain/results.js';
import { type Usage, usageIn } from './usage.js';

const EVERY_MS = 2_000;

/** Looks at the processes of a system while a phase runs. */
export async function watched<T>(varDir: string, phase: () => Promise<T>): Promise<T & { readonly usage: PhaseUsage }> {
  const before = usageIn(varDir);
  const most = new Map<string, number>();
  const look = (usage: ReadonlyMap<string, Usage>) => {
    for (const [name, { residentMb }] of usage) most.set(name, Math.max(residentMb, most.get(name) ?? 0));
  };
  const timer = setInterval(() => look(usageIn(varDir)), EVERY_MS);
  try {
    const result = await phase();
    const after = usageIn(varDir);
    look(after);
    const cpuS = new Map([...after].map(([name, usage]) => [name, usage.cpuS - (before.get(name)?.cpuS ?? 0)]));
    return { ...result, usage: { cpuS, residentMb: most } };
  } finally {
    clearInterval(timer);
  }
}
