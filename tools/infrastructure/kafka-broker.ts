import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endProcess, send, startProcess, type RunningProcess } from './child-process.ts';
import { anyFreePort } from './free-port.ts';
import { brokerProperties, type BrokerConfig } from './kafka-config.ts';
import { javaCommand, kafkaClassPath } from './kafka-jars.ts';
import { accepts, waitUntil } from './wait-until.ts';

export interface BrokerOptions {
  /** Holds data, configuration and log; survives restarts. Formatted the first time. */
  readonly dir: string;
  /** Any free one, when not given. */
  readonly port?: number;
  readonly controllerPort?: number;
  /** Settings of Apache Kafka that win over ours: small segments, `log.cleaner.backoff.ms`, … */
  readonly overrides?: Readonly<Record<string, string>>;
  /** Where the broker writes its log; `<dir>/broker.log` when not given. */
  readonly logFile?: string;
  /** Out of reach of a terminal's Ctrl-C, see {@link startProcess}. */
  readonly detached?: boolean;
  /** Variables beside our own environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** Told what takes time: fetching, formatting. */
  readonly say?: (line: string) => void;
}

/** A place in a cluster of several; a broker alone is node 1 of a cluster of one. */
export interface ClusterPlace extends Pick<BrokerConfig, 'nodeId' | 'voters' | 'replication' | 'minInSync'> {
  readonly clusterId: string;
}

const READY_WITHIN_MS = 120_000;
// A clean stop of Kafka takes 1-3 s; with the other brokers gone, it waits for its controller in vain.
const STOP_GRACE_MS = 15_000;

/** Starts Apache Kafka (KRaft, loopback) and waits until it accepts clients. */
export async function startKafkaBroker(options: BrokerOptions): Promise<KafkaBroker> {
  const broker = await launchKafkaBroker(options);
  try {
    await broker.ready();
  } catch (error) {
    await broker.kill();
    throw error;
  }
  return broker;
}

/** Starts the process without waiting for it: what needs a broker may load meanwhile. */
export async function launchKafkaBroker(options: BrokerOptions, place?: ClusterPlace): Promise<KafkaBroker> {
  const port = options.port ?? (await anyFreePort());
  const controllerPort = options.controllerPort ?? (await anyFreePort(new Set([port])));
  const alone = { nodeId: 1, voters: [{ nodeId: 1, port: controllerPort }], replication: 1, minInSync: 1 };
  const config = {
    ...alone,
    ...place,
    dataDir: join(options.dir, 'data'),
    port,
    controllerPort,
    overrides: options.overrides,
  };
  const broker = new KafkaBroker(options, config, place?.clusterId ?? newClusterId());
  await broker.start();
  return broker;
}

/** 16 random bytes as Kafka writes them: URL-safe base64. A leading dash would be read as an option. */
export function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
}

/** One broker of ours: the same data and ports through every stop, kill and start. */
export class KafkaBroker {
  readonly #options: BrokerOptions;
  readonly #config: BrokerConfig;
  readonly #clusterId: string;
  #process: RunningProcess | undefined;

  constructor(options: BrokerOptions, config: BrokerConfig, clusterId: string) {
    this.#options = options;
    this.#config = config;
    this.#clusterId = clusterId;
  }

  /** host:port, as clients are told. */
  get brokers(): string {
    return `127.0.0.1:${this.#config.port}`;
  }

  get nodeId(): number {
    return this.#config.nodeId;
  }

  /** @throws Error while it does not run */
  get process(): RunningProcess {
    if (this.#process === undefined) throw new Error('This broker was never started.');
    return this.#process;
  }

  /** Starts it, again on the same data and ports. Use {@link ready} to wait for it. */
  async start(): Promise<void> {
    const { dir, logFile, detached, env, say } = this.#options;
    const classPath = await kafkaClassPath(say);
    const properties = join(dir, 'server.properties');
    mkdirSync(dir, { recursive: true });
    writeFileSync(properties, brokerProperties(this.#config));
    if (!existsSync(join(this.#config.dataDir, 'meta.properties'))) {
      say?.('formatting the broker (once)');
      await format(classPath, this.#clusterId, properties);
    }
    this.#process = await startProcess({
      command: javaCommand(),
      args: [...jvmFlags, '-cp', classPath, 'kafka.Kafka', properties],
      logFile: logFile ?? join(dir, 'broker.log'),
      detached,
      env: { ...process.env, ...env },
    });
  }

  /** Waits until it accepts clients. @throws Error with the place of its log when it ends instead */
  async ready(): Promise<void> {
    const started = this.process;
    await waitUntil(`the broker on port ${this.#config.port}`, () => accepts(this.#config.port), {
      timeoutMs: READY_WITHIN_MS,
      giveUp: () =>
        started.exit() &&
        `The broker ended at once: see ${this.#options.logFile ?? join(this.#options.dir, 'broker.log')}.`,
    });
  }

  /** Stops it cleanly; kills it when that takes too long. */
  async stop(): Promise<void> {
    await endProcess(this.process.identity, { signal: 'SIGTERM', graceMs: STOP_GRACE_MS });
  }

  /** SIGKILL, as a crash would; settles when the process is gone. */
  async kill(): Promise<void> {
    send(this.process.identity, 'SIGKILL');
    await this.process.exited;
  }

  /** Freezes it (SIGSTOP) or lets it go on (SIGCONT). */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    send(this.process.identity, signal);
  }
}

// C1 alone and the serial collector: a broker of ours lives for minutes, and shares two cores with a whole system.
const jvmFlags = [
  '-Xms64m',
  '-Xmx256m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-Djava.awt.headless=true',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
];

async function format(classPath: string, clusterId: string, properties: string): Promise<void> {
  const args = [...jvmFlags, '-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties];
  await promisify(execFile)(javaCommand(), args);
}
