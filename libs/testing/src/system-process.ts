import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Pids, pidsFile, type RunFile, runFile } from './run-file.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const START_MS = 180_000;

export interface SystemOptions {
  /** Settings of every service; of the test profile, too: FAILPOINT, RETRY_SCALE … */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly profile?: 'test' | 'production';
  /** Emptied first, and left as it is at the end; a temporary folder, removed at the end, when not given. */
  readonly varDir?: string;
}

/** A whole Accord, started as `npm start -- --profile test` does, in a folder and on ports of its own. */
export class SystemProcess {
  private constructor(
    readonly varDir: string,
    private readonly launcher: ChildProcess,
    private readonly output: () => string,
    private readonly isTemporary: boolean,
  ) {}

  static async start(options: SystemOptions = {}): Promise<SystemProcess> {
    const { env = {}, args = [], profile = 'test' } = options;
    const varDir = options.varDir ?? mkdtempSync(join(tmpdir(), 'accord-e2e-'));
    const launcher = spawn(
      join(root, 'node_modules/.bin/node'),
      ['tools/start.ts', '--profile', profile, '--fresh', '--var', varDir, '--port-base', '0', ...args],
      {
        cwd: root,
        env: { ...withoutOurs(process.env), ...(profile === 'test' && { RETRY_SCALE: '0.01' }), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000));
    launcher.stdout?.on('data', keep);
    launcher.stderr?.on('data', keep);
    const system = new SystemProcess(varDir, launcher, () => output, options.varDir === undefined);
    await system.ready();
    return system;
  }

  get run(): RunFile {
    return readRun(this.varDir);
  }

  get pids(): Pids {
    return readPids(this.varDir);
  }

  log(name: string): string {
    return readFileSync(join(this.varDir, 'logs', `${name}.log`), 'utf8');
  }

  /** Ends it as Ctrl-C does, and forgets its data unless its folder was given. */
  async stop(): Promise<void> {
    if (this.launcher.exitCode === null) {
      const ended = new Promise((done) => this.launcher.once('exit', done));
      this.launcher.kill('SIGINT');
      await ended;
    }
    if (this.isTemporary) rmSync(this.varDir, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (!existsSync(join(this.varDir, 'run.json'))) {
      if (this.launcher.exitCode !== null) throw new Error(`The system did not start:\n${this.output()}`);
      if (Date.now() > deadline)
        throw new Error(`The system is not ready after ${START_MS / 1_000} s:\n${this.output()}`);
      await new Promise((again) => setTimeout(again, 100));
    }
  }
}

/** The system brings a broker and a database of its own: some tests kill them. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { KAFKA_BROKERS, DATABASE_URL, NODE_OPTIONS, ...rest } = env;
  return rest;
}

export const readRun = (varDir: string): RunFile =>
  runFile.parse(JSON.parse(readFileSync(join(varDir, 'run.json'), 'utf8')));
export const readPids = (varDir: string): Pids =>
  pidsFile.parse(JSON.parse(readFileSync(join(varDir, 'pids.json'), 'utf8')));
