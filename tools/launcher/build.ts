import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from '../infrastructure/paths.ts';

const stampFile = join(workspaceRoot, 'node_modules/.accord-build');
const sharedInputs = ['.swcrc', 'tools/nx-infer.cjs', 'package-lock.json'];

export interface BuildOptions {
  readonly root?: string;
  /** Where the last build is remembered. */
  readonly stamp?: string;
  /** Ends it early. */
  readonly signal?: AbortSignal;
}

/**
 * Builds what is not current, through Nx and its cache; asks Nx only if a source changed since the last build.
 * @throws Error with the compiler's output
 */
export async function buildAll({
  root = workspaceRoot,
  stamp = stampFile,
  signal,
}: BuildOptions): Promise<'built' | 'current'> {
  const wanted = sourcesStamp(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && everythingIsThere(root)) return 'current';
  await runNx(root, signal);
  writeFileSync(stamp, wanted);
  return 'built';
}

/** Path, size and time of every source: cheap, and never the same after a change. */
export function sourcesStamp(root: string): string {
  const hash = createHash('sha256');
  for (const project of projects(root)) for (const file of filesBelow(join(root, project, 'src'))) hash.update(file);
  for (const file of sharedInputs) if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function everythingIsThere(root: string): boolean {
  return projects(root).every((project) => existsSync(join(root, project, 'dist')));
}

function projects(root: string): string[] {
  const names = (folder: string) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []);
  return ['apps', 'libs']
    .flatMap((folder) => names(folder).map((name) => `${folder}/${name}`))
    .filter((project) => existsSync(join(root, project, 'src')))
    .sort();
}

function* filesBelow(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield `${path}\0${statSync(path).size}\0${statSync(path).mtimeMs}\0`;
  }
}

async function runNx(root: string, signal: AbortSignal | undefined): Promise<void> {
  const nx = join(workspaceRoot, 'node_modules/.bin/nx');
  try {
    await promisify(execFile)(nx, ['run-many', '-t', 'build', '--output-style=static'], {
      cwd: root,
      signal,
      env: { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0' },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    const output = typeof cause === 'object' && cause !== null && 'stdout' in cause ? String(cause.stdout) : '';
    throw new Error(`The build failed: npm run build shows it alone.\n${output}`, { cause });
  }
}
