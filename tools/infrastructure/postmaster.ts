import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from './child-process.ts';
import { identify, type ProcessIdentity } from './process-identity.ts';

const STOP_GRACE_MS = 10_000;
const STATUS_LINE = 7;

/** postmaster.pid's last line says so. An open port says less: during recovery PostgreSQL refuses every client. */
export function isReady(dataDir: string): boolean {
  return pidFile(dataDir)[STATUS_LINE]?.trim() === 'ready';
}

/** Ends the server that still runs on this data because its starter was killed: PostgreSQL refuses to start beside it. */
export async function endForgotten(dataDir: string): Promise<void> {
  const pid = Number(pidFile(dataDir)[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return;
  const left = postmasterOf(dataDir, pid);
  if (left === undefined) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
  else await endProcess(left, { signal: 'SIGINT', graceMs: STOP_GRACE_MS });
}

/** The process of this pid, if it is a PostgreSQL on this data: the number may be another's by now. */
function postmasterOf(dataDir: string, pid: number): ProcessIdentity | undefined {
  try {
    const command = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes(`-D ${dataDir} `) ? identify(pid) : undefined;
  } catch {
    return undefined;
  }
}

function pidFile(dataDir: string): string[] {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
