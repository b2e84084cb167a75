import type { EventContract, EventData } from '@accord/contracts/define-event';
import { headersOf } from '@accord/messaging/envelope';
import { kafkaBrokers } from '@accord/testing/environment';
import { type RawRecord, RawTopics } from '@accord/testing/raw-topics';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';

import { TopicFollower } from './topic-follower.js';

/** The topics of one publisher under test, written and read as the other services would. */
export class Topics {
  private readonly followers = new Map<string, Promise<TopicFollower>>();

  private constructor(
    private readonly raw: RawTopics,
    private readonly prefix: string,
  ) {}

  static async connect(prefix: string): Promise<Topics> {
    return new Topics(await RawTopics.connect(kafkaBrokers.join(',')), prefix);
  }

  async close(): Promise<void> {
    const followers = await Promise.all(this.followers.values());
    await Promise.all([this.raw.close(), ...followers.map((follower) => follower.stop())]);
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

  /** The last record of each key that was read by now: it comes to be all there is, so ask again. */
  async last<Data extends z.ZodType>(contract: EventContract<Data>): Promise<Map<string, z.infer<Data> | null>> {
    const topic = `${this.prefix}${contract.topic.name}`;
    const following = this.followers.get(topic) ?? TopicFollower.start(topic);
    this.followers.set(topic, following);
    const { last } = await following;
    return new Map(
      [...last].map(([key, value]) => [
        key,
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
