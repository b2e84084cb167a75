import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { workspaceRoot } from '../infrastructure/paths.ts';

/**
 * Runs the tests of these projects through Nx, three at a time (they mostly wait), and lets it print: a line a file, and what
 * failed in full. Not from Nx's cache: a test that met a real broker yesterday says nothing of today.
 */
export function runTests(projects: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const args = [
    'run-many',
    '-t',
    'test',
    '--projects',
    projects.join(','),
    '--parallel=3',
    '--skip-nx-cache',
    '--output-style=static',
  ];
  return new Promise((resolve) => {
    const child = spawn(join(workspaceRoot, 'node_modules/.bin/nx'), args, {
      cwd: workspaceRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, NX_DAEMON: 'false' },
      signal,
    });
    // What it comes to is read from the results, not from its exit code.
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}
