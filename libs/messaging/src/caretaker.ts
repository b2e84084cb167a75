import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import type { Consumption } from './consumption.js';
import { messageOf } from './failure.js';
import type { MessagingTuning } from './messaging-tuning.js';
import type { OwnTopicComparer } from './own-topic-comparer.js';
import type { OwnTopic } from './own-topics.js';
import type { RebuildFinisher } from './rebuild-finisher.js';
import { readIncarnations, tellPresent } from './stored-offsets.store.js';

export interface CareParts {
  readonly consumption: Consumption;
  readonly dataSource: DataSource;
  readonly tuning: MessagingTuning;
  readonly rebuilds: RebuildFinisher;
  readonly owned: readonly { readonly topic: OwnTopic; readonly comparer: OwnTopicComparer }[];
  /** Of all instances of the service, one looks at all rows. */
  readonly isFirst: () => boolean;
  readonly onFatal: (reason: Error) => void;
}

/** Looks at intervals after what nobody calls for: silence, operators' words, topics made anew, lost records, lag figures. */
export class Caretaker {
  private readonly logger = new Logger(Caretaker.name);
  private readonly duties: { readonly everyMs: number; readonly work: () => Promise<void>; dueAt: number }[];
  private timer: NodeJS.Timeout | undefined;
  private watch: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private readonly compared = new Map<OwnTopicComparer, { readonly same: boolean; readonly atMs: number }>();

  constructor(private readonly parts: CareParts) {
    const { consumption, tuning } = parts;
    const duty = (everyMs: number, work: () => Promise<void>) => ({ everyMs, work, dueAt: 0 });
    this.duties = [
      duty(tuning.commitEveryMs, () => consumption.tellOffsets()),
      duty(tuning.careMs, () => consumption.places.lookAgain()),
      duty(tuning.careMs, () => this.noticeTopicsMadeAnew()),
      duty(tuning.careMs, () => parts.rebuilds.finish((topic) => consumption.places.isReadToEnd(topic))),
      duty(tuning.careMs, () => this.compareOwnTopics()),
      duty(PRESENT_EVERY_MS, () => this.tellPresent()),
      duty(PURGE_EVERY_MS, () => this.purge()),
    ];
  }

  start(): void {
    this.timer = setInterval(() => {
      this.round ??= this.care().finally(() => (this.round = undefined));
    }, this.parts.tuning.careMs);
    this.watch = setInterval(() => this.watchSilence(), this.parts.tuning.silentMs / 4);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    clearInterval(this.watch);
    await this.round;
  }

  private async care(): Promise<void> {
    for (const duty of this.duties) {
      if (performance.now() < duty.dueAt) continue;
      duty.dueAt = performance.now() + duty.everyMs;
      try {
        await duty.work();
      } catch (error) {
        this.logger.warn(`will try again: ${messageOf(error)}`);
      }
    }
  }

  /** kafkajs may stop without a word, and a handler may hang: nothing but a new process helps then. */
  private watchSilence(): void {
    const { consumption, tuning, onFatal } = this.parts;
    if (consumption.silentForMs > tuning.silentMs)
      onFatal(new Error(`the reader gave no sign of life for ${Math.round(consumption.silentForMs)} ms`));
    else if (consumption.busyForMs > tuning.silentMs)
      onFatal(new Error(`one batch is under way for ${Math.round(consumption.busyForMs)} ms`));
  }

  private async noticeTopicsMadeAnew(): Promise<void> {
    const now = await readIncarnations(this.parts.dataSource);
    const { assignment } = this.parts.consumption;
    for (const partition of assignment.partitions) {
      const incarnation = now.get(partition.reader.topic.name)?.incarnation;
      if (partition.state === 'reading' && incarnation !== undefined && incarnation !== partition.incarnation)
        this.parts.consumption.reload(assignment, partition);
    }
  }

  private async compareOwnTopics(): Promise<void> {
    const { owned, consumption, isFirst, tuning } = this.parts;
    if (!consumption.isReady || owned.length === 0) return;
    const incarnations = await readIncarnations(this.parts.dataSource);
    for (const { topic, comparer } of owned) {
      const suspects = topic.takeSuspects();
      if (suspects.length > 0) await comparer.compareKeys(suspects);
      const last = this.compared.get(comparer);
      // One that was made anew is to be filled soon.
      const settled = last?.same === true && incarnations.get(topic.name)?.complete === true;
      const pauseMs = settled ? tuning.compareEveryMs : tuning.careMs * 5;
      if (!isFirst() || (last !== undefined && performance.now() - last.atMs < pauseMs)) continue;
      const same = await comparer.compareAll();
      this.compared.set(comparer, { same, atMs: performance.now() });
    }
  }

  private async tellPresent(): Promise<void> {
    const atEnd = this.parts.consumption.assignment.partitions.filter((partition) => partition.atEnd);
    await tellPresent(
      this.parts.dataSource,
      atEnd.map(({ reader, partition }) => ({ topic: reader.topic.name, partition })),
    );
  }

  /** What an operator judged is kept as long as its topic keeps it. */
  private async purge(): Promise<void> {
    await this.parts.dataSource.query(
      `delete from dead_letter where state in ('replayed', 'discarded') and resolved_at < now() - interval '30 days'`,
    );
  }
}

const PRESENT_EVERY_MS = 60_000;
const PURGE_EVERY_MS = 3_600_000;
