import { setTimeout as delay } from 'node:timers/promises';

import type { DataSource, EntityManager } from 'typeorm';

import { insertDeadLetter, sendDeadLetter, type DeadLetter, type FailedRecord } from './dead-letters.store.js';
import { decode } from './envelope.js';
import { isTemporary, messageOf } from './failure.js';
import type { IncomingRecord } from './kafka-port.js';
import type { MessagingTuning } from './messaging-tuning.js';
import { Poison } from './poison.js';
import { RecordFailed } from './record-failed.js';
import { advance, holdPosition, inTransaction, noteKeys } from './stored-offsets.store.js';
import type { PlacedRecord, TopicReader } from './topic-reader.js';

/** Where one partition stands; the runner moves it as transactions commit. */
export interface ReadingState {
  readonly reader: TopicReader;
  readonly partition: number;
  epoch: number;
  /** As stored. */
  next: bigint;
  /** Dead letters one after the other. */
  lettersInARow: number;
  /** Records an operator has judged while the partition waited at them. */
  readonly judged: Set<bigint>;
}

/** What was fetched of one partition. */
export interface Share {
  readonly state: ReadingState;
  readonly records: readonly IncomingRecord[];
  /** The offset behind the last record and whatever is not shown behind it. */
  readonly end: bigint;
  readonly goesOn: () => boolean;
}

export type Outcome =
  | { readonly kind: 'done' }
  /** Someone else went on, or reading started anew: nothing of ours was committed since. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'postponed'; readonly error: unknown }
  | {
      readonly kind: 'stopped';
      readonly because: string;
      readonly until: 'an operator judges' | 'it can be set aside';
    };

export interface ChunkHooks {
  /** In the transaction that sets the event aside. */
  readonly onDeadLetter: (tx: EntityManager, letter: DeadLetter) => Promise<void>;
  readonly deadLettered: (letter: DeadLetter) => void;
  readonly committed: (state: ReadingState, records: readonly IncomingRecord[], seconds: number) => void;
}

/** Some records of one partition, and the offset behind them. */
interface Chunk {
  readonly state: ReadingState;
  readonly records: readonly IncomingRecord[];
  readonly next: bigint;
}

class Superseded extends Error {}

/** Handles the records of partitions in transactions: many at once, and one by one around a record that fails. */
export class ChunkRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tuning: Pick<MessagingTuning, 'eventsAtOnce' | 'tries' | 'firstRetryMs' | 'lettersInARow'>,
    private readonly hooks: ChunkHooks,
  ) {}

  /**
   * What one fetch found in several partitions of a topic, in one transaction: what a transaction costs is shared. Where
   * something is in the way, each partition goes on by itself.
   */
  async runTogether(shares: readonly Share[]): Promise<Outcome[]> {
    const all = shares.reduce((sum, { records }) => sum + records.length, 0);
    if (shares.length > 1 && all <= this.tuning.eventsAtOnce && shares.every(({ goesOn }) => goesOn())) {
      const failure = await this.attempt(shares.map(({ state, records, end }) => ({ state, records, next: end })));
      if (failure === undefined) return shares.map(() => ({ kind: 'done' }));
      if (isTemporary(failure)) return shares.map(() => ({ kind: 'postponed', error: failure }));
    }
    const outcomes: Outcome[] = [];
    for (const share of shares) outcomes.push(await this.run(share));
    return outcomes;
  }

  async run({ state, records, end, goesOn }: Share): Promise<Outcome> {
    let rest = records;
    let size = this.tuning.eventsAtOnce;
    while (rest.length > 0 && goesOn()) {
      const chunk = chunkOf(state, rest, size, end);
      const failure = await this.attempt([chunk]);
      if (failure === undefined) {
        rest = rest.slice(chunk.records.length);
        size = this.tuning.eventsAtOnce;
        continue;
      }
      if (failure instanceof Superseded) return { kind: 'superseded' };
      if (isTemporary(failure)) return { kind: 'postponed', error: failure };
      size = sizeBefore(chunk.records, failure);
      if (size > 0) continue;
      const outcome = await this.alone(chunkOf(state, rest, 1, end));
      if (outcome.kind !== 'done') return outcome;
      rest = rest.slice(1);
      size = this.tuning.eventsAtOnce;
    }
    return { kind: 'done' };
  }

  /** What was in the way, if anything was. */
  private async attempt(chunks: readonly Chunk[]): Promise<unknown> {
    const started = performance.now();
    try {
      await this.inPosition(chunks, (tx) => this.handleAll(tx, chunks));
    } catch (error) {
      return error;
    }
    const seconds = (performance.now() - started) / 1_000;
    for (const { state, records } of chunks) {
      state.lettersInARow = 0;
      this.hooks.committed(state, records, seconds);
    }
    return undefined;
  }

  /** In the order of keys, so that two transactions lock the aggregates of both in the same order. Of one key, in theirs. */
  private async handleAll(tx: EntityManager, chunks: readonly Chunk[]): Promise<void> {
    const [first] = chunks;
    if (first?.state.reader.handle === undefined) return;
    const placed = chunks.flatMap(placedRecords);
    const inOrder = first.state.reader.topic.retention === 'compact' ? placed.toSorted(byKey) : placed;
    if (inOrder.length > 0) await first.state.reader.handle(tx, inOrder);
  }

  /** A record that failed: some more tries by itself, then it is set aside, or stops the partition. */
  private async alone(chunk: Chunk): Promise<Outcome> {
    const { state } = chunk;
    const [record] = chunk.records;
    if (record === undefined) return { kind: 'done' };
    let attempts = 0;
    for (;;) {
      const failure = await this.attempt([chunk]);
      attempts += 1;
      if (failure === undefined) return { kind: 'done' };
      if (failure instanceof Superseded) return { kind: 'superseded' };
      if (isTemporary(failure)) return { kind: 'postponed', error: failure };
      const error = failure instanceof RecordFailed ? failure.cause : failure;
      if (attempts < this.tuning.tries && !(error instanceof Poison)) {
        await delay(this.tuning.firstRetryMs * 4 ** (attempts - 1));
        continue;
      }
      const failed = { topic: state.reader.topic.name, partition: state.partition, epoch: state.epoch };
      return this.setAside(chunk, { ...failed, record, error, attempts });
    }
  }

  private async setAside(chunk: Chunk, failed: FailedRecord): Promise<Outcome> {
    const { state } = chunk;
    const because = this.reasonToStop(state, failed);
    try {
      if (because !== undefined) {
        await inTransaction(this.dataSource, (tx) => this.block(tx, state, failed));
        return { kind: 'stopped', because, until: 'an operator judges' };
      }
      const letter = await this.inPosition([chunk], (tx) => this.bury(tx, failed));
      state.lettersInARow += 1;
      if (letter !== undefined) this.hooks.deadLettered(letter);
      return { kind: 'done' };
    } catch (error) {
      if (error instanceof Superseded) return { kind: 'superseded' };
      if (isTemporary(error)) return { kind: 'postponed', error };
      const because = `a dead letter could not be written: ${messageOf(error)}`;
      return { kind: 'stopped', because, until: 'it can be set aside' };
    }
  }

  private reasonToStop(state: ReadingState, { record, error }: FailedRecord): string | undefined {
    if (error instanceof Poison && error.reason === 'unreadable-key') return 'a record has no readable key';
    if (state.lettersInARow + 1 < this.tuning.lettersInARow) return undefined;
    return `${this.tuning.lettersInARow} dead letters in a row, the last at offset ${record.offset}: ${messageOf(error)}`;
  }

  private async block(tx: EntityManager, state: ReadingState, failed: FailedRecord): Promise<void> {
    const position = { topic: failed.topic, partition: failed.partition };
    if (!(await holdPosition(tx, position, state))) throw new Superseded();
    const letter = await insertDeadLetter(tx, failed, 'blocking');
    if (letter !== undefined) await this.hooks.onDeadLetter(tx, letter);
  }

  private async bury(tx: EntityManager, failed: FailedRecord): Promise<DeadLetter | undefined> {
    const letter = await insertDeadLetter(tx, failed, 'open');
    if (letter === undefined) return undefined;
    await sendDeadLetter(tx, letter, failed);
    await this.hooks.onDeadLetter(tx, letter);
    return letter;
  }

  /** One transaction: the positions are still ours and move on, and the work. */
  private async inPosition<T>(chunks: readonly Chunk[], work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const [first] = chunks;
    if (first === undefined) throw new Error('a transaction of nothing');
    const { reader } = first.state;
    const result = await inTransaction(this.dataSource, async (tx) => {
      const moved = await advance(tx, reader.topic.name, chunks.map(moveOf));
      if (moved === undefined) throw new Superseded();
      const done = await work(tx);
      const records = chunks.flatMap((chunk) => chunk.records);
      await reader.after?.(tx, records);
      if (moved.rebuilding) await noteKeys(tx, reader.topic.name, readableKeys(records));
      return done;
    });
    for (const { state, records, next } of chunks) {
      state.next = next;
      for (const { offset } of records) state.judged.delete(offset);
    }
    return result;
  }
}

const moveOf = ({ state: { partition, next, epoch }, next: to }: Chunk) => ({ partition, next, epoch, to });

const chunkOf = (state: ReadingState, rest: readonly IncomingRecord[], size: number, end: bigint): Chunk => {
  const records = rest.slice(0, size);
  return { state, records, next: records.length === rest.length ? end : (records.at(-1)?.offset ?? 0n) + 1n };
};

const placedRecords = ({ state: { reader, partition, judged }, records }: Chunk): PlacedRecord[] =>
  records
    .filter(({ offset }) => !judged.has(offset))
    .map((record) => ({ position: { topic: reader.topic.name, partition, offset: record.offset }, record }));

/** How many to take next: those before the record at fault; where none is known, half of them. */
function sizeBefore(chunk: readonly IncomingRecord[], failure: unknown): number {
  return failure instanceof RecordFailed ? chunk.indexOf(failure.record) : Math.floor(chunk.length / 2);
}

function byKey(a: PlacedRecord, b: PlacedRecord): number {
  return Buffer.compare(a.record.key ?? Buffer.alloc(0), b.record.key ?? Buffer.alloc(0));
}

const readableKeys = (chunk: readonly IncomingRecord[]): string[] =>
  chunk.flatMap(({ key }) => {
    const text = decode(key ?? undefined);
    return text === undefined || text.includes('\0') ? [] : [text];
  });
