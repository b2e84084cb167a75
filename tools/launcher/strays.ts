import { readdirSync, readFileSync } from 'node:fs';
import { endProcess } from '../infrastructure/child-process.ts';
import { identify } from '../infrastructure/process-identity.ts';
import { MARK } from './environment.ts';

const GRACE_MS = 5000;

/**
 * Ends every process that carries this folder's mark in its environment: one that a launcher started but was killed before
 * it could record. Linux only; elsewhere the record has to do.
 * @returns their numbers, as words
 */
export async function endStrays(varDir: string): Promise<string[]> {
  const strays = processNumbers().filter((pid) => pid !== process.pid && carriesMark(pid, varDir));
  const identities = strays.map(identify).filter((identity) => identity !== undefined);
  await Promise.all(identities.map((identity) => endProcess(identity, { signal: 'SIGTERM', graceMs: GRACE_MS })));
  return identities.map(({ pid }) => `process ${pid}`);
}

function processNumbers(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** Another user's environment is not ours to read, and so not ours to end. */
function carriesMark(pid: number, varDir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${MARK}=${varDir}`);
  } catch {
    return false;
  }
}
