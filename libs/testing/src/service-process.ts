import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { eventually } from './eventually.js';

/** Compiled code is kept between starts, as the launcher keeps it. */
const compileCache = fileURLToPath(new URL('../../../node_modules/.cache/accord-compile', import.meta.url));

const logLine = z.looseObject({ event: z.string(), url: z.string().optional() });

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * A process of ours, started from its TypeScript entry as a supervisor would: for what can only be seen from outside, such as
 * exit codes, signals, memory, and being killed.
 */
export class ServiceProcess {
  readonly lines: z.infer<typeof logLine>[] = [];
  stdout = '';
  stderr = '';
  readonly exited: Promise<Exit>;
  private exit: Exit | undefined;

  private constructor(private readonly child: ChildProcess) {
    this.exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve((this.exit = { code, signal })));
    });
    if (child.stdout !== null) createInterface(child.stdout).on('line', (text) => this.read(text));
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
  }

  /** `entry` is the URL of a `main.ts`. Only `env` and PATH are passed on. */
  static start(entry: URL, env: Readonly<Record<string, string>>): ServiceProcess {
    const loader = new URL('../register-ts.mjs', import.meta.url).href;
    const child = spawn(process.execPath, ['--import', loader, fileURLToPath(entry)], {
      env: { PATH: process.env.PATH, NODE_OPTIONS: '--no-warnings', NODE_COMPILE_CACHE: compileCache, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServiceProcess(child);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the process did not start');
    return this.child.pid;
  }

  /** Its address, once it says that it is ready. */
  ready(timeoutMs = 60_000): Promise<string> {
    return eventually(
      () => {
        if (this.exit !== undefined)
          return `exited with ${this.exit.code ?? this.exit.signal}: ${this.stderr}${this.stdout}`;
        const url = this.lines.find(({ event }) => event === 'service.ready')?.url;
        if (url === undefined) throw new Error(`not ready yet: ${this.stdout}${this.stderr}`);
        return url;
      },
      { timeoutMs },
    ).then((url) => {
      if (!url.startsWith('http')) throw new Error(url);
      return url;
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Kills it if it is still there. */
  async end(): Promise<Exit> {
    this.child.kill('SIGKILL');
    return this.exited;
  }

  /** Resident memory in MB, as the kernel counts it. */
  residentMb(): number {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1];
    return Number(kb) / 1024;
  }

  private read(text: string): void {
    this.stdout += `${text}\n`;
    const parsed = logLine.safeParse(jsonOf(text));
    if (parsed.success) this.lines.push(parsed.data);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
