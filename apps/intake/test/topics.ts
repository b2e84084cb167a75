import type { EventContract, EventData } from '@accord/contracts/define-event';
import { offerRevised, type OfferRevised } from '@accord/contracts/events/offer-revised';
import { headersOf } from '@accord/messaging/envelope';
import type { IncomingRecord, RecordReader } from '@accord/messaging/kafka-port';
import { kafkajsPort } from '@accord/messaging/kafkajs/kafkajs-port';
import { kafkaBrokers } from '@accord/testing/environment';
import { type RawRecord, RawTopics } from '@accord/testing/raw-topics';
import { v7 as uuid } from 'uuid';

const tail = {
  sessionTimeoutMs: 10_000,
  heartbeatMs: 500,
  rebalanceTimeoutMs: 10_000,
  maxWaitMs: 50,
  maxBytes: 1_048_576,
  maxBytesPerPartition: 1_048_576,
  partitionsAtOnce: 1,
  metadataMaxAgeMs: 60_000,
};

/** The topics of one intake under test: written as the other services would, and what intake tells read as it comes. */
export class Topics {
  /** Everything on `offer.revisions` so far. */
  readonly told: IncomingRecord[] = [];

  private constructor(
    private readonly raw: RawTopics,
    private readonly reader: RecordReader,
    private readonly prefix: string,
  ) {}

  static async connect(prefix: string): Promise<Topics> {
    const reader = kafkajsPort({ brokers: kafkaBrokers, clientId: prefix }).reader({
      ...tail,
      groupId: `${prefix}tail`,
    });
    const topics = new Topics(await RawTopics.connect(kafkaBrokers.join(',')), reader, prefix);
    await reader.start([`${prefix}${offerRevised.topic.name}`], {
      assigned: () => undefined,
      alive: () => undefined,
      crashed: () => undefined,
      skipped: () => undefined,
      batch: async (batch) => {
        topics.told.push(...batch.records);
        batch.resolve(batch.lastOffset);
      },
    });
    return topics;
  }

  async close(): Promise<void> {
    await this.reader.stop();
    await this.raw.close();
  }

  async write<C extends EventContract>(contract: C, ...all: readonly EventData<C>[]): Promise<void> {
    await this.raw.write(
      all.map((data) => {
        const value = Buffer.from(JSON.stringify(contract.data.parse(data)));
        return this.record(contract, { key: contract.key(data), version: contract.version(data), value });
      }),
    );
  }

  /** What intake told in a record of `offer.revisions`. */
  revised({ value }: IncomingRecord): OfferRevised {
    return offerRevised.data.parse(JSON.parse(value?.toString() ?? 'null'));
  }

  async erase(contract: EventContract, key: string, version: number): Promise<void> {
    await this.raw.write([this.record(contract, { key, version, value: null })]);
  }

  private record(contract: EventContract, of: { key: string; version: number; value: Buffer | null }): RawRecord {
    const { type, topic } = contract;
    const { key, version, value } = of;
    const headers = headersOf({ id: uuid(), type, source: topic.writer, occurredAt: new Date(), key, version });
    return { topic: `${this.prefix}${topic.name}`, key: Buffer.from(key), value, headers };
  }
}
