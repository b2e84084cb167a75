import type { PermitFigures } from '../domain/results.js';
import type { BenchWorld } from '../world/bench-world.js';
import { askPermits } from '../worker/permits.calls.js';

/** What one permit costs where nothing else is asked for: the gate's own code and statements, without HTTP. */
export async function measurePermits(world: BenchWorld, batches: number): Promise<PermitFigures> {
  return world.permits.ask(askPermits, { adminUrl: world.system.run.database, batches });
}
