import { closeConnection, openConnection, type Connection } from '@accord/database/connection';
import { Logger } from '@nestjs/common';

import { Backoff } from './backoff.js';
import type { RecordSender } from './kafka-port.js';
import type { RelayOptions } from './relay-options.js';
import { RelayPass } from './relay-pass.js';
import { Sleeper } from './sleeper.js';

/** One relay a schema works; the others wait for its lock. */
const TRY_LOCK = `select pg_try_advisory_lock(hashtextextended(current_schema() || '.outbox', 0)) as mine`;

/**
 * Sends what transactions wrote into the outbox, one awaited batch at a time, and deletes what the broker acknowledged. It
 * keeps no position: what is in the table is what is to be sent. After a loss of either side it starts over, for ever; an
 * event may then be sent twice, never lost, and never before an older one of its key.
 */
export class OutboxRelay {
  private readonly logger = new Logger(OutboxRelay.name);
  private readonly sleeper = new Sleeper();
  /** Apart, so that commits of a process that only waits do not make it ask for the lock. */
  private readonly lockSleeper = new Sleeper();
  private running: Promise<void> | undefined;
  private locked = false;
  private stopAt: number | undefined;
  /** When it last found the outbox readable and the broker willing. */
  private lastPassAt: number | undefined;

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Something was committed. */
  wake(): void {
    this.sleeper.wake();
  }

  /** Sends what is left for at most so long, and lets go of the lock. */
  async stop(drainMs = 2_000): Promise<void> {
    this.stopAt = performance.now() + drainMs;
    this.sleeper.wake();
    this.lockSleeper.wake();
    await this.running;
  }

  /** Milliseconds since it last worked, or waited for another's lock, without fault. */
  get sinceLastPassMs(): number {
    return this.lastPassAt === undefined ? Infinity : performance.now() - this.lastPassAt;
  }

  /** Of all instances of the service, this one sends. */
  get holdsLock(): boolean {
    return this.locked;
  }

  private get stopping(): boolean {
    return this.stopAt !== undefined;
  }

  private async run(): Promise<void> {
    const backoff = new Backoff(100, 5_000);
    while (!this.stopping) {
      try {
        await this.session(() => backoff.reset());
      } catch (error) {
        this.logger.warn(`relay starts over: ${error instanceof Error ? error.message : String(error)}`);
        if (!this.stopping) await this.sleeper.sleep(backoff.next());
      }
    }
  }

  /** From a connection to its loss, or the end. A new sender each time: one that gave up is not used again. */
  private async session(worked: () => void): Promise<void> {
    const { databaseUrl, service, kafka } = this.options;
    const connection = await openConnection(databaseUrl, `accord-${service}-relay`);
    const sender = kafka.sender();
    try {
      await this.takeLock(connection);
      if (this.stopping) return;
      await sender.connect();
      await this.sendUntilStopped(connection, sender, worked);
    } finally {
      this.locked = false;
      await sender.close().catch(() => undefined);
      await closeConnection(connection);
    }
  }

  private async takeLock(connection: Connection): Promise<void> {
    while (!this.stopping) {
      const { rows } = await connection.query(TRY_LOCK);
      this.lastPassAt = performance.now();
      this.locked = rows[0]?.mine === true;
      if (this.locked) return;
      // A waiting lock statement would hold back vacuum, so it is asked for again.
      await this.lockSleeper.sleep(this.options.tuning.relayLockMs);
    }
  }

  private async sendUntilStopped(connection: Connection, sender: RecordSender, worked: () => void): Promise<void> {
    const { relayPollMinMs, relayPollMaxMs } = this.options.tuning;
    const pass = new RelayPass(connection, sender, this.options);
    let pauseMs = relayPollMinMs;
    for (;;) {
      const { sent, isMore } = await pass.run();
      this.lastPassAt = performance.now();
      worked();
      if (this.stopAt !== undefined && (!sent || performance.now() > this.stopAt)) return;
      if (sent) pauseMs = relayPollMinMs;
      // All that was there is sent: whoever commits more says so, another instance excepted.
      if (isMore || this.stopping || (await this.sleeper.sleep(pauseMs))) pauseMs = relayPollMinMs;
      else pauseMs = Math.min(pauseMs * 2, relayPollMaxMs);
    }
  }
}
