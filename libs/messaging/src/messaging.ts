import type { EventContract, TopicDefinition } from '@accord/contracts/define-event';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { Caretaker } from './caretaker.js';
import { Consumption } from './consumption.js';
import { Backoff } from './backoff.js';
import { ensureTopicsThrough } from './ensure-topics.js';
import { EventRouter, type Route } from './event-router.js';
import { messageOf } from './failure.js';
import type { KafkaPort } from './kafka-port.js';
import { kafkajsPort } from './kafkajs/kafkajs-port.js';
import type { MessagingOptions } from './messaging-options.js';
import { defaultTuning, type MessagingTuning } from './messaging-tuning.js';
import { onEventsCommitted } from './outbox-wake.js';
import { OutboxRelay } from './outbox-relay.js';
import { Sleeper } from './sleeper.js';
import { topicsOf } from './topic-policy.js';
import { readersOf } from './topic-readers.js';

/** The messaging of one service: topics, relay, reading, and what looks after them. */
export class Messaging {
  private readonly logger = new Logger(Messaging.name);
  private readonly kafka: KafkaPort;
  private readonly tuning: MessagingTuning;
  private readonly relay: OutboxRelay;
  private readonly sleeper = new Sleeper();
  private consumption: Consumption | undefined;
  private caretaker: Caretaker | undefined;
  private stopWaking: () => void = () => undefined;
  private stopping = false;
  private routes: readonly Route[] = [];

  constructor(
    readonly options: MessagingOptions,
    private readonly dataSource: DataSource,
  ) {
    this.kafka = kafkajsPort(options.kafka);
    this.tuning = { ...defaultTuning, ...options.tuning };
    this.relay = new OutboxRelay({
      service: options.service,
      databaseUrl: options.databaseUrl,
      kafka: this.kafka,
      topicPrefix: options.topicPrefix,
      tuning: this.tuning,
      observer: options.observer ?? {},
      failpoint: options.failpoint ?? (() => undefined),
    });
  }

  /** Settles when the topics are there, the relay works and the group is joined; tries until then. */
  async start(routes: readonly Route[]): Promise<void> {
    this.routes = routes;
    await this.provision();
    if (this.stopping) return;
    this.stopWaking = onEventsCommitted(this.dataSource, () => this.relay.wake());
    this.relay.start();
    this.consumption = this.consumptionOf(routes);
    this.caretaker = new Caretaker(this.consumption, { ...this.parts(), router: this.router() });
    await this.consumption.start();
    this.caretaker.start();
  }

  router(): EventRouter {
    return new EventRouter(this.routes, this.options.ignores);
  }

  /** Partitions that wait for an operator's word look whether it was given. */
  lookAgain(): void {
    this.consumption?.lookAgain();
  }

  /** Finishes the transactions under way. */
  async stopReading(): Promise<void> {
    this.stopping = true;
    this.sleeper.wake();
    await this.caretaker?.stop();
    await this.consumption?.stop();
  }

  /** Sends what is left, for a moment; the rest waits in the outbox. */
  async stopSending(): Promise<void> {
    this.stopWaking();
    await this.relay.stop();
  }

  /** Throws what keeps it from working; for readiness. */
  assertWorking(): void {
    if (this.consumption?.isReady !== true) throw new Error('the consumer has not joined its group');
    if (this.consumption.silentForMs > QUIET_MS) throw new Error('the broker has not been heard of for a minute');
    if (this.relay.sinceLastPassMs > QUIET_MS) throw new Error('the relay has not worked for a minute');
  }

  private parts() {
    const { options, dataSource, tuning, kafka } = this;
    const observer = options.observer ?? {};
    return { options, dataSource, tuning, kafka, observer, onFatal: options.onFatal ?? exit };
  }

  private consumptionOf(routes: readonly Route[]): Consumption {
    const { options, dataSource, kafka, tuning } = this;
    return new Consumption({
      service: options.service,
      topicPrefix: options.topicPrefix,
      readers: readersOf(this.router(), routes, options),
      dataSource,
      kafka,
      tuning,
      observer: options.observer ?? {},
      onDeadLetter: options.onDeadLetter ?? (() => Promise.resolve()),
      failpoint: options.failpoint ?? (() => undefined),
      onFatal: options.onFatal ?? exit,
    });
  }

  private async provision(): Promise<void> {
    if (this.options.provisionTopics === false) return;
    const backoff = new Backoff(200, 5_000);
    while (!this.stopping) {
      try {
        await ensureTopicsThrough(this.kafka, this.options.topicPrefix, this.topics());
        return;
      } catch (error) {
        this.logger.warn(`topics are not there yet: ${messageOf(error)}`);
        await this.sleeper.sleep(backoff.next());
      }
    }
  }

  private topics(): TopicDefinition[] {
    const read: EventContract[] = this.routes.map(({ contract }) => contract);
    return topicsOf([...this.options.writes, ...read]);
  }
}

const QUIET_MS = 60_000;

function exit(reason: Error): void {
  new Logger(Messaging.name).fatal(reason);
  process.exit(1);
}
