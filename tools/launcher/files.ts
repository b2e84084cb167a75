import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../infrastructure/errors.ts';

/** Where one system keeps what it keeps. */
export interface Layout {
  readonly root: string;
  readonly kafka: string;
  readonly postgres: string;
  readonly logs: string;
  /** The sandbox's signing keys. */
  readonly sandbox: string;
  readonly secrets: string;
  readonly lock: string;
  readonly children: string;
  readonly run: string;
  readonly pids: string;
  readonly log: (name: string) => string;
}

export function layoutOf(varDir: string): Layout {
  const logs = join(varDir, 'logs');
  return {
    root: varDir,
    kafka: join(varDir, 'kafka'),
    postgres: join(varDir, 'postgres'),
    logs,
    sandbox: join(varDir, 'sandbox'),
    secrets: join(varDir, 'secrets.json'),
    lock: join(varDir, 'launcher.lock'),
    children: join(varDir, 'launcher.json'),
    run: join(varDir, 'run.json'),
    pids: join(varDir, 'pids.json'),
    log: (name) => join(logs, `${name}.log`),
  };
}

/** Readers see the old file or the new one, never half of one. Only we may read it: it may hold secrets. */
export function writeJson(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const written = `${path}.${process.pid}.tmp`;
  writeFileSync(written, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(written, path);
}

/** Nothing when there is no such file. @throws SyntaxError when it is not JSON */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
