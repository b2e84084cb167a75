import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf } from '../infrastructure/errors.ts';
import { workspaceRoot } from '../infrastructure/paths.ts';
import { identityProviderOf, MARK, urlOf, type SystemFacts } from './environment.ts';
import type { Progress } from './progress.ts';
import { Secrets } from './secrets.ts';

/** Whether this system is filled with the demonstration's offers: their employers are the sandbox's. */
const hasDemo = ({ demo, given }: SystemFacts): boolean => demo && (given['ISSUER_URL'] ?? '') === '';

/** Fills the running system with offers (docs/data.md), in a process of its own; says how it went, and never throws. */
export async function fillWithDemo(facts: SystemFacts, progress: Progress, signal: AbortSignal): Promise<void> {
  if (!hasDemo(facts)) return;
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [join(workspaceRoot, 'tools/load-demo.ts')], {
      signal,
      cwd: workspaceRoot,
      env: {
        PATH: facts.given['PATH'],
        NODE_COMPILE_CACHE: facts.compileCache,
        [MARK]: facts.layout.root,
        DEMO_GATEWAY: urlOf(facts, 'web'),
        DEMO_ISSUER: identityProviderOf(facts).issuer,
        DEMO_SECRET: new Secrets(facts.layout.secrets).client('units'),
      },
    });
    progress.say(stdout.trimEnd());
  } catch (error) {
    if (!signal.aborted) progress.say(`demonstration: could not be loaded: ${messageOf(error)}`);
  }
}
