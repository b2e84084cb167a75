import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

import type { ProcessIdentity } from '@accord/contracts/internal/sessions';

/** Who this process is, so that its death can be proven: a pid alone is given again. */
export function ownIdentity(): ProcessIdentity {
  const startTime = readStat(process.pid)?.startTime ?? String(Math.round(performance.timeOrigin));
  return { host: hostname(), boot: bootId() ?? 'unknown', pid: process.pid, startTime };
}

/**
 * Whether nothing more can leave that process: it was on this host and this boot, and nobody runs under its pid now who
 * started when it did. Whatever cannot be decided counts as alive.
 */
export function isProvablyDead(other: ProcessIdentity): boolean {
  const boot = bootId();
  if (boot === undefined || other.host !== hostname() || other.boot !== boot) return false;
  if (!pidExists(other.pid)) return true;
  const stat = readStat(other.pid);
  if (stat === undefined) return false;
  return stat.startTime !== other.startTime || stat.state === 'Z' || stat.state === 'X';
}

/** One line of /proc/<pid>/stat. The command, in parentheses, may hold spaces and parentheses itself. */
export function parseStat(line: string): { readonly state: string; readonly startTime: string } | undefined {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  const startTime = fields[19];
  return state === undefined || startTime === undefined ? undefined : { state, startTime };
}

/** Asks the kernel itself: another user's process may be hidden in /proc. */
function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return Reflect.get(Object(error), 'code') !== 'ESRCH';
  }
}

function readStat(pid: number): ReturnType<typeof parseStat> {
  const line = readText(`/proc/${pid}/stat`);
  return line === undefined ? undefined : parseStat(line);
}

const bootId = (): string | undefined => readText('/proc/sys/kernel/random/boot_id')?.trim();

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
