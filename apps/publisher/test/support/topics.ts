import type { EventContract, EventData } from '@accord/contracts/define-event';
import { headersOf } from '@accord/messaging/envelope';
import { kafkaBrokers } from '@accord/testing/environment';
import { type RawRecord, RawTopics } from '@accord/testing/raw-topics';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';

/** The topics of one publisher under test, written and read as the other services would. */
export class Topics {
  private constructor(
    private readonly raw: RawTopics,
    private readonly prefix: string,
  ) {}

  static async connect(prefix: string): Promise<Topics> {
    return new Topics(await RawTopics.connect(kafkaBrokers.join(',')), prefix);
  }

  close(): Promise<void> {
    return this.raw.close();
  }

  async write<C extends EventContract>(contract: C, ...all: readonly EventData<C>[]): Promise<void> {
    await this.raw.write(
      all.map((data) => {
        const value = Buffer.from(JSON.stringify(contract.data.parse(data)));
        return this.record(contract, { key: contract.key(data), version: contract.version(data), value });
      }),
    );
  }

  async erase(contract: EventContract, key: string, version: number): Promise<void> {
    await this.raw.write([this.record(contract, { key, version, value: null })]);
  }

  /** The last record of each key, as a reader that starts anew would come to know it. */
  async last<Data extends z.ZodType>(contract: EventContract<Data>): Promise<Map<string, z.infer<Data> | null>> {
    const records = await this.raw.readAll(`${this.prefix}${contract.topic.name}`);
    return new Map(
      records.map(({ key, value }) => [
        String(key),
        value === null ? null : contract.data.parse(JSON.parse(value.toString('utf8'))),
      ]),
    );
  }

  private record(contract: EventContract, of: { key: string; version: number; value: Buffer | null }): RawRecord {
    const { type, topic } = contract;
    const { key, version, value } = of;
    const headers = headersOf({ id: uuid(), type, source: topic.writer, occurredAt: new Date(), key, version });
    return { topic: `${this.prefix}${topic.name}`, key: Buffer.from(key), value, headers };
  }
}
