import { kafkaBrokers } from '@accord/testing/environment';
import kafkajs, { type Consumer } from 'kafkajs';
import { v7 as uuid } from 'uuid';

/** Reads one topic from its beginning and goes on reading, so that a test can look at it again and again. */
export class TopicFollower {
  /** The last value of each key. */
  readonly last = new Map<string, Buffer | null>();

  private constructor(private readonly consumer: Consumer) {}

  static async start(topic: string): Promise<TopicFollower> {
    const { NOTHING: logLevel } = kafkajs.logLevel;
    const kafka = new kafkajs.Kafka({ clientId: 'topic-follower', brokers: [...kafkaBrokers], logLevel });
    const consumer = kafka.consumer({ groupId: `topic-follower-${uuid()}`, maxWaitTimeInMs: 100 });
    const follower = new TopicFollower(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: ({ message: { key, value } }) => {
        follower.last.set(String(key), value);
        return Promise.resolve();
      },
    });
    return follower;
  }

  stop(): Promise<void> {
    return this.consumer.disconnect();
  }
}
