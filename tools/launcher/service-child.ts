import { join } from 'node:path';
import { startProcess } from '../infrastructure/child-process.ts';
import { workspaceRoot } from '../infrastructure/paths.ts';
import { environmentOf, type SystemFacts } from './environment.ts';
import type { PlannedProcess } from './plan.ts';
import type { Secrets } from './secrets.ts';
import type { ChildSpec } from './supervisor.ts';

// Measured on a service at rest: 150 MB resident with a young generation of 4 MiB, 185 with V8's own of 16; source maps take 30 more.
const nodeFlags = ['--max-semi-space-size=4'];

/** How one service is started, and started again. */
export function serviceChild(planned: PlannedProcess, facts: SystemFacts, secrets: Secrets): ChildSpec {
  const env = environmentOf(planned, facts, secrets);
  const failpoint = facts.profile === 'test' ? failpointFor(planned, facts) : undefined;
  return {
    name: planned.name,
    stops: planned.service.stops,
    start: (again) =>
      startProcess({
        command: process.execPath,
        args: [...nodeFlags, join(workspaceRoot, planned.service.entry)],
        cwd: workspaceRoot,
        logFile: facts.layout.log(planned.name),
        detached: true,
        // Once: the process that comes after must be able to get past the place where this one ended.
        env: again ? env : { ...env, FAILPOINT: failpoint },
      }),
  };
}

/** `<service>.<place>:exit|pause` is that service's; one that names no service is everybody's. */
function failpointFor({ service, name }: PlannedProcess, { given, processes }: SystemFacts): string | undefined {
  const failpoint = given['FAILPOINT'];
  const [owner] = failpoint?.split('.') ?? [];
  const known = processes.some((process) => process.service.name === owner || process.name === owner);
  return !known || owner === service.name || owner === name ? failpoint : undefined;
}
