import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Pids, pidsFile } from '@accord/testing/run-file';
import { z } from 'zod';

/** What one part of the system has used up to now. */
export interface Usage {
  /** Seconds of CPU, of its children too, those that have ended included. */
  readonly cpuS: number;
  /** Resident memory in MB. Of a part with several processes, what they share counts once. */
  readonly residentMb: number;
}

const TICKS_PER_S = 100;
const launcherFile = z.object({ children: pidsFile });

/** Who runs now: the launcher's own record, since var/pids.json is for tests. */
const processesOf = (varDir: string): Pids =>
  launcherFile.parse(JSON.parse(readFileSync(join(varDir, 'launcher.json'), 'utf8'))).children;

/** By the name of the process, as the kernel tells in /proc; nothing where it does not, as only Linux does. */
export function usageIn(varDir: string): ReadonlyMap<string, Usage> {
  if (process.platform !== 'linux') return new Map();
  const children = childrenByParent();
  const entries = Object.entries(processesOf(varDir));
  return new Map(entries.map(([name, { pid }]) => [name, usageOf(treeOf(pid, children))]));
}

function usageOf(pids: readonly number[]): Usage {
  const sum = (of: (pid: number) => number) => pids.reduce((total, pid) => total + of(pid), 0);
  return { cpuS: sum(cpuOf), residentMb: sum(pids.length === 1 ? residentOf : shareOf) };
}

const treeOf = (pid: number, children: ReadonlyMap<number, readonly number[]>): number[] => [
  pid,
  ...(children.get(pid) ?? []).flatMap((child) => treeOf(child, children)),
];

/** Seconds: utime, stime, cutime, cstime of proc_pid_stat(5). */
export function cpuOf(pid: number): number {
  const ticks = statOf(pid).slice(11, 15).map(Number);
  return ticks.reduce((sum, some) => sum + some, 0) / TICKS_PER_S;
}

function childrenByParent(): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(statOf(Number(name))[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

/** What stands behind the name, which is in brackets and may hold anything. */
function statOf(pid: number): string[] {
  const text = contentOf(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const residentOf = (pid: number): number => megabytes(contentOf(`/proc/${pid}/status`), /^VmRSS:\s+(\d+) kB/m);
const shareOf = (pid: number): number => megabytes(contentOf(`/proc/${pid}/smaps_rollup`), /^Pss:\s+(\d+) kB/m);
const megabytes = (text: string, kb: RegExp): number => Number(kb.exec(text)?.[1] ?? 0) / 1024;

/** A process may end while it is read. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
