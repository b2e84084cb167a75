import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { type Pids, pidsFile, type RunFile, runFile } from './run-file.js';

const root = resolve('../..');
const START_MS = 180_000;

export interface SystemOptions {
  /** Settings of the test profile: FAILPOINT, RETRY_SCALE … */
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** A whole Accord, started as `npm start -- --profile test` does, in a folder and on ports of its own. */
export class SystemProcess {
  private constructor(
    readonly varDir: string,
    private readonly launcher: ChildProcess,
    private readonly output: () => string,
  ) {}

  static async start({ env = {}, args = [] }: SystemOptions = {}): Promise<SystemProcess> {
    const varDir = mkdtempSync(join(tmpdir(), 'accord-e2e-'));
    const launcher = spawn(
      join(root, 'node_modules/.bin/node'),
      ['tools/start.ts', '--profile', 'test', '--fresh', '--var', varDir, '--port-base', '0', ...args],
      {
        cwd: root,
        env: { ...withoutOurs(process.env), RETRY_SCALE: '0.01', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000));
    launcher.stdout?.on('data', keep);
    launcher.stderr?.on('data', keep);
    const system = new SystemProcess(varDir, launcher, () => output);
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

  /** Ends it as Ctrl-C does, and forgets its data. */
  async stop(): Promise<void> {
    if (this.launcher.exitCode === null) {
      const ended = new Promise((done) => this.launcher.once('exit', done));
      this.launcher.kill('SIGINT');
      await ended;
    }
    rmSync(this.varDir, { recursive: true, force: true });
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

/** The system brings a broker and a database of its own: these tests kill them. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { KAFKA_BROKERS, DATABASE_URL, NODE_OPTIONS, ...rest } = env;
  return rest;
}

export const readRun = (varDir: string): RunFile =>
  runFile.parse(JSON.parse(readFileSync(join(varDir, 'run.json'), 'utf8')));
export const readPids = (varDir: string): Pids =>
  pidsFile.parse(JSON.parse(readFileSync(join(varDir, 'pids.json'), 'utf8')));
