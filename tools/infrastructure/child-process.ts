import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive, type ProcessIdentity } from './process-identity.ts';

/** How a process ended: its exit code, or the signal that ended it. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child that runs, or has run. */
export interface RunningProcess {
  readonly identity: ProcessIdentity;
  /** Settles when it has ended, whatever the reason. */
  readonly exited: Promise<Exit>;
  /** How it ended; nothing while it runs. */
  exit(): Exit | undefined;
}

export interface StartOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Standard output and error are appended here by the child itself: it goes on writing if its starter is gone. */
  readonly logFile: string;
  /** In a session of its own, so that a terminal's Ctrl-C does not reach it: its starter ends it, in its own order. */
  readonly detached?: boolean;
  /** The user to run as; only root may choose. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** @throws Error when the command cannot be run */
export async function startProcess(options: StartOptions): Promise<RunningProcess> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = openSync(options.logFile, 'a');
  try {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      detached: options.detached ?? false,
      stdio: ['ignore', log, log],
      ...options.user,
    });
    const exited = exitOf(child);
    await once(child, 'spawn');
    return running(child, exited);
  } finally {
    closeSync(log);
  }
}

/**
 * Asks the process to end and, if it has not after the grace, kills it. Does nothing to another process that has its pid by now.
 * @returns true when it ended by itself within the grace
 */
export async function endProcess(
  identity: ProcessIdentity,
  { signal, graceMs }: { readonly signal: NodeJS.Signals; readonly graceMs: number },
): Promise<boolean> {
  send(identity, signal);
  if (await isGone(identity, graceMs)) return true;
  send(identity, 'SIGKILL');
  await isGone(identity, 5000);
  return false;
}

/** Sends a signal to exactly this process; false when it has ended. */
export function send(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isAlive(identity)) return false;
  try {
    return process.kill(identity.pid, signal);
  } catch {
    return false;
  }
}

async function isGone(identity: ProcessIdentity, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(identity)) {
    if (Date.now() >= deadline) return false;
    await sleep(20);
  }
  return true;
}

async function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
}

function running(child: ChildProcess, exited: Promise<Exit>): RunningProcess {
  const pid = child.pid ?? 0;
  // A process that is gone already left no start time: an identity that matches nobody.
  const identity = identify(pid) ?? { pid, startTime: 'ended', boot: 'ended' };
  let exit: Exit | undefined;
  void exited.then((how) => (exit = how));
  return { identity, exited, exit: () => exit };
}
