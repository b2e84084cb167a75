import { randomUUID } from 'node:crypto';

import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';

import type { MessagingObserver } from './messaging-observer.js';
import { addToOutbox } from './outbox.js';
import type { OwnedState } from './owned-state.js';
import { differencesOf, type Difference } from './own-topics.store.js';
import { ringRestored } from './relay-halt.js';
import { inTransaction, readIncarnations } from './stored-offsets.store.js';
import { topicMade } from './topic-made.js';

const PAGE = 500;
/** Differences taken in one pass; the next pass finds the rest. */
const AT_ONCE = 5_000;
/** Keys of one transaction. */
const TOGETHER = 100;

/**
 * Compares a compacted topic with its owner's rows. Compaction keeps the last record, not the newest: a record sent twice
 * may come last though it is older. What the topic holds too old, or not at all, is emitted again.
 */
export class OwnTopicComparer {
  private readonly logger = new Logger(OwnTopicComparer.name);
  /** Keys that were not in the topic at the pass before. */
  private absentBefore: ReadonlySet<string> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly state: OwnedState,
    private readonly observer: MessagingObserver,
    /** Waits until the topic is read to where it ends now. False when that cannot be waited for. */
    private readonly readToEnd: () => Promise<boolean>,
  ) {}

  get topic(): string {
    return this.state.contract.topic.name;
  }

  /** All rows. True when the topic holds what its owner holds. */
  async compareAll(): Promise<boolean> {
    if (!(await this.readToEnd())) return false;
    const found = await this.scan();
    await this.emit(found);
    const absent = new Set(found.filter(({ last }) => last === null).map(({ key }) => key));
    // Keys come while we look; one that is absent twice is one that does not get there.
    const before = this.absentBefore;
    const arrived = absent.size === 0 || (before !== undefined && ![...absent].some((key) => before.has(key)));
    this.absentBefore = absent;
    if (found.length >= AT_ONCE || !arrived) return false;
    await this.announceComplete();
    return true;
  }

  /** Of these keys only: those met in the topic as older than their rows. */
  async compareKeys(keys: readonly string[]): Promise<void> {
    await this.emit(await this.differences(this.dataSource, keys));
  }

  private async scan(): Promise<Difference[]> {
    const found: Difference[] = [];
    let after: string | undefined = '';
    while (after !== undefined && found.length < AT_ONCE) {
      const rows = await this.state.page(this.dataSource, after, PAGE);
      const versions = new Map(rows.map(({ key, version }) => [key, version]));
      found.push(...(await differencesOf(this.dataSource, this.topic, versions)));
      after = rows.length < PAGE ? undefined : rows.at(-1)?.key;
    }
    return found;
  }

  private async differences(db: Pick<EntityManager, 'query'>, keys: readonly string[]): Promise<readonly Difference[]> {
    return differencesOf(db, this.topic, await this.state.currentVersions(db, keys));
  }

  /**
   * A row without an event under way whose record is older is not enough: its event may have been acknowledged a moment
   * ago. So the topic is read to where it ends after that was seen, and looked at again.
   */
  private async emit(found: readonly Difference[]): Promise<void> {
    const suspects = new Map(found.filter(({ pending }) => !pending).map(({ key, row }) => [key, row]));
    if (suspects.size === 0 || !(await this.readToEnd())) return;
    const keys = [...suspects.keys()].sort();
    let emitted = 0;
    for (let at = 0; at < keys.length; at += TOGETHER) {
      const some = keys.slice(at, at + TOGETHER);
      emitted += await inTransaction(this.dataSource, (tx) => this.emitIn(tx, some, suspects));
    }
    if (emitted === 0) return;
    this.logger.warn(`${this.topic}: ${emitted} keys were lost or too old, and are emitted again`);
    this.observer.reemitted?.(this.topic, emitted);
  }

  private async emitIn(
    tx: EntityManager,
    keys: readonly string[],
    suspects: ReadonlyMap<string, number>,
  ): Promise<number> {
    let emitted = 0;
    for (const { key, row, last, pending } of await this.differences(tx, keys)) {
      if (pending || row !== suspects.get(key)) continue;
      if (last !== null && last > row) {
        await ringRestored(tx, { topic: this.topic, key, record: last, row }, this.observer);
        continue;
      }
      await this.state.emitAgain(tx, key);
      emitted += 1;
    }
    return emitted;
  }

  /** Through the outbox, so behind everything that was to be emitted again. */
  private async announceComplete(): Promise<void> {
    const known = (await readIncarnations(this.dataSource)).get(this.topic);
    if (known?.complete === true) return;
    const incarnation = known?.incarnation ?? randomUUID();
    await inTransaction(this.dataSource, async (tx) => {
      const rows: unknown[] = await tx.query('select id from outbox where topic = $1 and key = $2 limit 1', [
        topicMade.topic.name,
        Buffer.from(this.topic),
      ]);
      if (rows.length > 0) return;
      await addToOutbox(tx, topicMade, { topic: this.topic, incarnation, complete: true, saidAtMs: Date.now() });
    });
  }
}
