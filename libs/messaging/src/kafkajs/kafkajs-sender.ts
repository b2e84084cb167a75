import { setTimeout as delay } from 'node:timers/promises';

import kafkajs, { type Kafka, type Message, type Producer } from 'kafkajs';

import { Backoff } from '../backoff.js';
import { RecordsRefused, type OutgoingRecord, type RecordSender } from '../kafka-port.js';

const RETRIES = 6;

/**
 * Waits for every in-sync replica. Never idempotent: kafkajs loses acknowledged records when idempotent sends run at the
 * same time and a leader dies. One call at a time keeps the order; what is sent twice is told apart by its version.
 *
 * kafkajs itself must not retry: its retry remembers which brokers have answered, and sends nothing more to them. A partition
 * whose leader died moves to one of those, and its records are left out of a send that succeeds (tests/chaos). A call anew
 * sends all records again.
 */
export class KafkajsSender implements RecordSender {
  private readonly producer: Producer;

  constructor(kafka: Kafka) {
    this.producer = kafka.producer({
      idempotent: false,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: { retries: 0 },
    });
  }

  connect(): Promise<void> {
    return this.producer.connect();
  }

  async send(records: readonly OutgoingRecord[]): Promise<void> {
    const byTopic = new Map<string, Message[]>();
    for (const { topic, key, value, headers } of records) {
      const messages = byTopic.get(topic) ?? [];
      byTopic.set(topic, messages);
      messages.push({ key, value, headers: { ...headers } });
    }
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic, messages }));
    const backoff = new Backoff(100, 3_000);
    for (let retry = 0; ; retry += 1) {
      try {
        await this.producer.sendBatch({ acks: -1, topicMessages });
        return;
      } catch (error) {
        if (retry === RETRIES || !mayPass(error)) refusedOrUnreachable(error);
        await delay(backoff.next());
      }
    }
  }

  close(): Promise<void> {
    return this.producer.disconnect();
  }
}

/** What kafkajs would have tried again. */
const mayPass = (error: unknown): boolean => error instanceof kafkajs.KafkaJSNumberOfRetriesExceeded;

/** Answers of a broker about the records or their topic; any other failure is one of the way there. */
const REFUSALS = new Set([
  'CORRUPT_MESSAGE',
  'UNKNOWN_TOPIC_OR_PARTITION',
  'MESSAGE_TOO_LARGE',
  'INVALID_TOPIC_EXCEPTION',
  'RECORD_LIST_TOO_LARGE',
  'TOPIC_AUTHORIZATION_FAILED',
  'INVALID_TIMESTAMP',
  'POLICY_VIOLATION',
  'INVALID_RECORD',
]);

function refusedOrUnreachable(error: unknown): never {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth += 1) {
    const type: unknown = Reflect.get(cause, 'type');
    if (typeof type === 'string' && REFUSALS.has(type))
      throw new RecordsRefused(`${type}: ${cause.message}`, { cause });
  }
  throw error;
}
