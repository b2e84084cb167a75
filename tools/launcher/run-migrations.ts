import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '../infrastructure/child-process.ts';
import { workspaceRoot } from '../infrastructure/paths.ts';
import { MARK, type SystemFacts } from './environment.ts';

/**
 * `npm run migrate` for this system, in a process of its own: TypeORM's memory is given back when it ends.
 * @throws Error with what it said
 */
export async function runMigrations(facts: SystemFacts, { empty }: { readonly empty: boolean }): Promise<void> {
  const logFile = facts.layout.log('migrate');
  const child = await startProcess({
    command: process.execPath,
    args: [join(workspaceRoot, 'tools/migrate.ts'), '--var', facts.layout.root, ...(empty ? ['--empty'] : [])],
    env: {
      ...facts.given,
      DATABASE_URL: facts.databaseUrl,
      NODE_COMPILE_CACHE: facts.compileCache,
      [MARK]: facts.layout.root,
    },
    logFile,
    detached: true,
  });
  const { code } = await child.exited;
  if (code !== 0) throw new Error(`The migration failed: see ${logFile}.\n${lastLines(logFile, 15)}`);
}

/** The end of a log, to show why something died. */
export function lastLines(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
