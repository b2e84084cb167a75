import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Which process this is, beyond its number: a pid is given again after its process ended, a pid with its start time on
 * one boot is not. `startTime` is field 22 of /proc/<pid>/stat (clock ticks since boot); where there is no /proc, what
 * `ps` says of the start.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: string;
  readonly boot: string;
}

/** The id of this boot of this machine; start times of two boots are not comparable. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return execFileSync('sysctl', ['-n', 'kern.boottime'], { encoding: 'utf8' }).trim();
  }
}

/** Who runs under this pid now; nothing when nobody does, or only a zombie that its parent has not collected. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startTime = hasProc() ? startTimeFromProc(pid) : startTimeFromPs(pid);
  return startTime === undefined ? undefined : { pid, startTime, boot: bootId() };
}

/** True while exactly this process runs; false once it ended, whoever has its pid now. */
export function isAlive(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid);
  return now !== undefined && now.startTime === identity.startTime && now.boot === identity.boot;
}

/** True while it is stopped by a signal (SIGSTOP); known on Linux only. */
export function isPaused(identity: ProcessIdentity): boolean {
  try {
    return isAlive(identity) && parseStat(readFileSync(`/proc/${identity.pid}/stat`, 'utf8'))?.state === 'T';
  } catch {
    return false;
  }
}

/** Parses one line of /proc/<pid>/stat. The command, in parentheses, may hold spaces and parentheses itself. */
export function parseStat(stat: string): { readonly state: string; readonly startTime: string } | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const startTime = fields[19];
  return state === undefined || startTime === undefined ? undefined : { state, startTime };
}

function hasProc(): boolean {
  return process.platform === 'linux';
}

function startTimeFromProc(pid: number): string | undefined {
  try {
    const stat = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return stat === undefined || stat.state === 'Z' || stat.state === 'X' ? undefined : stat.startTime;
  } catch {
    return undefined;
  }
}

/** POSIX `ps`; exported so that it is tested where /proc exists, too. */
export function startTimeFromPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    }).trim();
    const [state, ...started] = line.split(/\s+/);
    return state === undefined || state.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}
