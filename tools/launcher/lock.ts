import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../infrastructure/errors.ts';
import { identify, isAlive, type ProcessIdentity } from '../infrastructure/process-identity.ts';
import { readJson } from './files.ts';
import { parseIdentity } from './identity-file.ts';

/** Another launcher works in this folder. */
export class AlreadyRunning extends Error {}

/**
 * Makes this process the only launcher of the folder, until it ends: a lock whose owner is dead is taken over.
 * @returns gives the folder free
 * @throws AlreadyRunning
 */
export function takeLock(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(identify(process.pid)), { mode: 0o600 });
  try {
    while (!link(mine, path)) removeStale(path);
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** Moves the file away in one step, so that of two who find it stale only one removes it; a live one is put back. */
function removeStale(path: string): void {
  const owner = ownerOf(path);
  if (owner !== undefined && isAlive(owner)) throw alreadyRunning(owner);
  const moved = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, moved);
  } catch {
    return;
  }
  const taken = ownerOf(moved);
  if (taken !== undefined && isAlive(taken)) {
    link(moved, path);
    rmSync(moved, { force: true });
    throw alreadyRunning(taken);
  }
  rmSync(moved, { force: true });
}

function ownerOf(path: string): ProcessIdentity | undefined {
  try {
    return parseIdentity(readJson(path));
  } catch {
    return undefined;
  }
}

function alreadyRunning(owner: ProcessIdentity): AlreadyRunning {
  return new AlreadyRunning(
    `Accord already runs in this folder (process ${owner.pid}): stop it with Ctrl-C in its window, or start another with --var <folder>.`,
  );
}

/** A link is made only if there is no file of that name, and is whole at once. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
