import type { EventContract, TopicDefinition } from '@accord/contracts/define-event';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { Backoff } from './backoff.js';
import { Caretaker } from './caretaker.js';
import { Consumption } from './consumption.js';
import { ensureTopicsThrough, TopicMismatch } from './ensure-topics.js';
import { EventRouter, type Route } from './event-router.js';
import { messageOf } from './failure.js';
import type { KafkaPort } from './kafka-port.js';
import { kafkajsPort } from './kafkajs/kafkajs-port.js';
import type { MessagingObserver } from './messaging-observer.js';
import type { MessagingOptions } from './messaging-options.js';
import { defaultTuning, type MessagingTuning } from './messaging-tuning.js';
import { OutboxRelay } from './outbox-relay.js';
import { onEventsCommitted } from './outbox-wake.js';
import { OwnTopicComparer } from './own-topic-comparer.js';
import { OwnTopic } from './own-topics.js';
import { RebuildFinisher } from './rebuild-finisher.js';
import { Sleeper } from './sleeper.js';
import { topicsOf } from './topic-policy.js';
import { readersOf } from './topic-readers.js';

/** The messaging of one service: topics, relay, reading, and what looks after them. */
export class Messaging {
  private readonly logger = new Logger(Messaging.name);
  private readonly tuning: MessagingTuning;
  private readonly observer: MessagingObserver;
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
    private readonly kafka: KafkaPort = kafkajsPort(options.kafka),
  ) {
    this.tuning = { ...defaultTuning, ...options.tuning };
    this.observer = options.observer ?? {};
    this.relay = new OutboxRelay({ ...this.parts(), databaseUrl: options.databaseUrl });
  }

  /** Settles when the topics are there and the group is joined; tries until then. @throws TopicMismatch */
  async start(routes: readonly Route[]): Promise<void> {
    this.routes = routes;
    await this.provision();
    if (this.stopping) return;
    const owned = (this.options.owns ?? []).map((state) => new OwnTopic(state, this.observer));
    const router = this.router();
    const readers = readersOf({ router, routes, owned, readFirst: this.options.readFirst });
    const consumption = new Consumption({ ...this.parts(), readers, onDeadLetter: this.onDeadLetter() });
    this.consumption = consumption;
    this.caretaker = new Caretaker({
      ...this.parts(),
      consumption,
      rebuilds: new RebuildFinisher(this.dataSource, router, routes, this.options.knownKeys),
      owned: owned.map((topic) => ({ topic, comparer: this.comparerOf(topic, consumption) })),
      isFirst: () => this.relay.holdsLock,
    });
    await consumption.start();
    this.caretaker.start();
    this.stopWaking = onEventsCommitted(this.dataSource, () => this.relay.wake());
    void this.sendOnceReadBack(owned, consumption);
  }

  /**
   * Settles when what the topic holds now was handled, by whichever instances: true; or when this one ends before: false. Waits
   * for the broker as long as it takes.
   */
  async readToEnd({ name }: TopicDefinition): Promise<boolean> {
    const goesOn = () => !this.stopping;
    await this.untilDone(async () => {
      if (this.consumption === undefined) throw new Error(`nothing of ${name} is read yet`);
      await this.consumption.places.readToEnd(name, goesOn);
    });
    return goesOn();
  }

  router(): EventRouter {
    return new EventRouter(this.routes, this.options.ignores);
  }

  /** Partitions that wait for an operator's word look whether it was given. */
  lookAgain(): void {
    this.consumption?.places.lookAgain().catch((error: unknown) => this.logger.warn(messageOf(error)));
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

  /**
   * An owner set back to an older backup finds newer records than its rows before it writes others over them: what it wrote
   * is read to its end first.
   */
  private async sendOnceReadBack(owned: readonly OwnTopic[], consumption: Consumption): Promise<void> {
    for (const { name } of owned) await this.untilDone(() => consumption.places.readToEnd(name, () => !this.stopping));
    if (!this.stopping) this.relay.start();
  }

  private comparerOf(topic: OwnTopic, consumption: Consumption): OwnTopicComparer {
    const goesOn = () => !this.stopping;
    return new OwnTopicComparer(this.dataSource, topic.state, this.observer, async () => {
      await consumption.places.readToEnd(topic.name, goesOn);
      return goesOn();
    });
  }

  private parts() {
    const { options, dataSource, tuning, kafka, observer } = this;
    const { service, topicPrefix, failpoint = () => undefined, onFatal = exit } = options;
    return { service, topicPrefix, dataSource, tuning, kafka, observer, failpoint, onFatal };
  }

  private onDeadLetter(): NonNullable<MessagingOptions['onDeadLetter']> {
    return this.options.onDeadLetter ?? (() => Promise.resolve());
  }

  private async provision(): Promise<void> {
    if (this.options.provisionTopics === false) return;
    const read: EventContract[] = this.routes.map(({ contract }) => contract);
    const topics = topicsOf([...this.options.writes, ...read]);
    await this.untilDone(() => ensureTopicsThrough(this.kafka, this.options.topicPrefix, topics));
  }

  private async untilDone(work: () => Promise<void>): Promise<void> {
    const backoff = new Backoff(200, 5_000);
    while (!this.stopping) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof TopicMismatch) throw error;
        this.logger.warn(`tries again: ${messageOf(error)}`);
        await this.sleeper.sleep(backoff.next());
      }
    }
  }
}

const QUIET_MS = 60_000;

function exit(reason: Error): void {
  new Logger(Messaging.name).fatal(reason);
  process.exit(1);
}
