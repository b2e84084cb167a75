import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { endProcess, send, startProcess, type RunningProcess } from './child-process.ts';
import { anyFreePort } from './free-port.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { assertReachable, postgresUser, type SystemUser } from './postgres-user.ts';
import { endForgotten, isReady } from './postmaster.ts';
import { waitUntil } from './wait-until.ts';

export interface DatabaseOptions {
  /** An absolute path; holds the data and the log; survives restarts. Initialised the first time. */
  readonly dir: string;
  /** The administrator's; kept by whoever keeps `dir`. */
  readonly password: string;
  /** Any free one, when not given. */
  readonly port?: number;
  readonly logFile?: string;
  /** Out of reach of a terminal's Ctrl-C, see {@link startProcess}. */
  readonly detached?: boolean;
  /** Settings of PostgreSQL, e.g. `max_connections`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Variables that PostgreSQL sees beside the few of its own. */
  readonly env?: NodeJS.ProcessEnv;
  /** Told what takes time. */
  readonly say?: (line: string) => void;
}

const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 10_000;
// The sessions of a killed postmaster hold its shared memory until they notice: PostgreSQL refuses to start before.
const TRIES_AFTER_A_CRASH = 20;
const BETWEEN_TRIES_MS = 250;

/** Starts PostgreSQL on loopback, from the programs that npm installed, and waits until it accepts clients. */
export async function startEmbeddedDatabase(options: DatabaseOptions): Promise<EmbeddedDatabase> {
  const database = new EmbeddedDatabase(options, options.port ?? (await anyFreePort()));
  await database.start();
  return database;
}

/** One PostgreSQL of ours: the same data and port through every stop, kill and start. */
export class EmbeddedDatabase {
  readonly #options: DatabaseOptions;
  readonly #port: number;
  #process: RunningProcess | undefined;

  constructor(options: DatabaseOptions, port: number) {
    this.#options = options;
    this.#port = port;
  }

  /** The administrator's URL. */
  get url(): string {
    return `postgres://postgres:${encodeURIComponent(this.#options.password)}@127.0.0.1:${this.#port}/postgres`;
  }

  /** @throws Error while it does not run */
  get process(): RunningProcess {
    if (this.#process === undefined) throw new Error('This database was never started.');
    return this.#process;
  }

  get #dataDir(): string {
    return join(this.#options.dir, 'data');
  }

  get #logFile(): string {
    return this.#options.logFile ?? join(this.#options.dir, 'postgres.log');
  }

  /** Starts it, again on the same data and port, and waits until it accepts clients. */
  async start(): Promise<void> {
    const binaries = await findPostgresBinaries();
    const user = postgresUser();
    if (user !== undefined) assertReachable(binaries.postgres);
    if (!existsSync(join(this.#dataDir, 'PG_VERSION'))) await this.#initialise(binaries, user);
    const crashed = existsSync(join(this.#dataDir, 'postmaster.pid'));
    await endForgotten(this.#dataDir);
    for (let tries = crashed ? TRIES_AFTER_A_CRASH : 1; ; tries -= 1) {
      this.#process = await this.#launch(binaries, user);
      if (await this.#isUp(this.#process)) return;
      if (tries <= 1) throw new Error(`PostgreSQL ended at once: see ${this.#logFile}.`);
      await sleep(BETWEEN_TRIES_MS);
    }
  }

  /** Fast shutdown: sessions are ended, data is flushed. */
  async stop(): Promise<void> {
    await endProcess(this.process.identity, { signal: 'SIGINT', graceMs: STOP_GRACE_MS });
  }

  /** SIGKILL of the postmaster, as a crash would; its sessions end by themselves. */
  async kill(): Promise<void> {
    send(this.process.identity, 'SIGKILL');
    await this.process.exited;
  }

  async #launch({ postgres }: PostgresBinaries, user: SystemUser | undefined): Promise<RunningProcess> {
    return startProcess({
      command: postgres,
      args: ['-D', this.#dataDir, ...flags({ port: String(this.#port), ...this.#options.settings })],
      logFile: this.#logFile,
      detached: this.#options.detached,
      user,
      env: { ...serverEnvironment(), ...this.#options.env },
    });
  }

  /** @returns false when it ended instead */
  async #isUp(started: RunningProcess): Promise<boolean> {
    const settled = async () => started.exit() !== undefined || isReady(this.#dataDir);
    await waitUntil(`the database on port ${this.#port}`, settled, { timeoutMs: READY_WITHIN_MS, everyMs: 20 });
    return started.exit() === undefined;
  }

  async #initialise({ initdb }: PostgresBinaries, user: SystemUser | undefined): Promise<void> {
    this.#options.say?.('initialising the database (once)');
    rmSync(this.#dataDir, { recursive: true, force: true });
    mkdirSync(this.#options.dir, { recursive: true });
    mkdirSync(this.#dataDir, { mode: 0o700 });
    if (user !== undefined) assertReachable(this.#dataDir);
    const secret = mkdtempSync(join(tmpdir(), 'accord-'));
    const pwfile = join(secret, 'password');
    try {
      writeFileSync(pwfile, `${this.#options.password}\n`, { mode: 0o600 });
      if (user !== undefined) for (const path of [pwfile, secret, this.#dataDir]) chownSync(path, user.uid, user.gid);
      const args = ['-D', this.#dataDir, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${pwfile}`, ...locale];
      await promisify(execFile)(initdb, args, { ...user, env: serverEnvironment() });
    } finally {
      rmSync(secret, { recursive: true, force: true });
    }
  }
}

// The same order of characters on every machine, whatever locales it has.
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** As durable as PostgreSQL comes; small, because it shares a machine with the whole system. */
function flags(settings: Readonly<Record<string, string>>): string[] {
  const own = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    shared_buffers: '64MB',
    // Room for a few minutes of writing: after each checkpoint every page that is changed is logged whole.
    max_wal_size: '1GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return Object.entries({ ...own, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** What PostgreSQL may see of our environment: no PG* variable, no secret. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
