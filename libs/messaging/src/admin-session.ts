import type { KafkaPort, TopicAdmin } from './kafka-port.js';

/** An administrator's connection, made when it is first needed and again after a failure. */
export class AdminSession {
  private connected: Promise<TopicAdmin> | undefined;

  constructor(private readonly kafka: KafkaPort) {}

  async use<T>(work: (admin: TopicAdmin) => Promise<T>): Promise<T> {
    const connecting = (this.connected ??= this.connect());
    try {
      return await work(await connecting);
    } catch (error) {
      if (this.connected === connecting) await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const { connected } = this;
    this.connected = undefined;
    await connected?.then((admin) => admin.close()).catch(() => undefined);
  }

  private async connect(): Promise<TopicAdmin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }
}
