import { setTimeout as delay } from 'node:timers/promises';

import type { KafkaPort, TopicAdmin } from './kafka-port.js';

/** How long an end waits for what is under way: with the broker away, kafkajs goes on trying for longer. */
const END_MS = 2_000;

/** One connection and how many use it. */
interface Connection {
  readonly admin: Promise<TopicAdmin>;
  users: number;
  retired: boolean;
  onClosed: () => void;
}

/**
 * An administrator's connection, made when it is first needed and again after a failure. It is closed when nobody uses it
 * any more: kafkajs's admin connects again by itself when it is used after its end, and nothing closes it then.
 */
export class AdminSession {
  private current: Connection | undefined;
  private ended = false;

  constructor(private readonly kafka: KafkaPort) {}

  async use<T>(work: (admin: TopicAdmin) => Promise<T>): Promise<T> {
    if (this.ended) throw new Error('the session with the broker has ended');
    const connection = (this.current ??= this.open());
    connection.users += 1;
    try {
      return await work(await connection.admin);
    } catch (error) {
      this.retire(connection);
      throw error;
    } finally {
      connection.users -= 1;
      closeUnused(connection);
    }
  }

  /** For good. */
  async close(): Promise<void> {
    this.ended = true;
    const { current } = this;
    if (current === undefined) return;
    const closed = new Promise<void>((resolve) => (current.onClosed = resolve));
    this.retire(current);
    closeUnused(current);
    await Promise.race([closed, delay(END_MS, undefined, { ref: false })]);
  }

  private open(): Connection {
    return { admin: this.connect(), users: 0, retired: false, onClosed: () => undefined };
  }

  private async connect(): Promise<TopicAdmin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }

  private retire(connection: Connection): void {
    connection.retired = true;
    if (this.current === connection) this.current = undefined;
  }
}

function closeUnused(connection: Connection): void {
  if (!connection.retired || connection.users > 0) return;
  void connection.admin
    .then((admin) => admin.close())
    .catch(() => undefined)
    .then(() => connection.onClosed());
}
