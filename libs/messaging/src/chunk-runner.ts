import { setTimeout as delay } from 'node:timers/promises';

import type { DataSource, EntityManager } from 'typeorm';

import { insertDeadLetter, sendDeadLetter, type DeadLetter, type FailedRecord } from './dead-letters.store.js';
import { decode } from './envelope.js';
import { isTemporary, messageOf } from './failure.js';
import type { IncomingRecord } from './kafka-port.js';
import type { MessagingTuning } from './messaging-tuning.js';
import { Poison } from './poison.js';
import { advance, holdPosition, inTransaction, noteKeys } from './stored-offsets.store.js';
import type { TopicReader } from './topic-reader.js';

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

class Superseded extends Error {}

/** A failure that one record of a transaction caused. */
class RecordFailed extends Error {
  constructor(
    readonly record: IncomingRecord,
    override readonly cause: unknown,
  ) {
    super(messageOf(cause), { cause });
  }
}

/** Handles the records of a partition in transactions: many at once, and one by one around a record that fails. */
export class ChunkRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tuning: Pick<MessagingTuning, 'eventsAtOnce' | 'tries' | 'firstRetryMs' | 'lettersInARow'>,
    private readonly hooks: ChunkHooks,
  ) {}

  /** @param end the offset behind the last record and whatever is not shown behind it */
  async run(
    state: ReadingState,
    records: readonly IncomingRecord[],
    end: bigint,
    goesOn: () => boolean,
  ): Promise<Outcome> {
    let rest = records;
    let size = this.tuning.eventsAtOnce;
    while (rest.length > 0 && goesOn()) {
      const chunk = rest.slice(0, size);
      const next = nextAfter(chunk, rest.length, end);
      const failure = await this.attempt(state, chunk, next);
      if (failure === undefined) {
        rest = rest.slice(chunk.length);
        size = this.tuning.eventsAtOnce;
        continue;
      }
      if (failure instanceof Superseded) return { kind: 'superseded' };
      if (isTemporary(failure)) return { kind: 'postponed', error: failure };
      size = sizeBefore(chunk, failure);
      if (size > 0) continue;
      const outcome = await this.alone(state, rest.slice(0, 1), nextAfter(rest.slice(0, 1), rest.length, end));
      if (outcome.kind !== 'done') return outcome;
      rest = rest.slice(1);
      size = this.tuning.eventsAtOnce;
    }
    return { kind: 'done' };
  }

  /** What was in the way, if anything was. */
  private async attempt(state: ReadingState, chunk: readonly IncomingRecord[], next: bigint): Promise<unknown> {
    const started = performance.now();
    try {
      await this.inPosition(state, chunk, next, (tx) => this.handleAll(tx, state, chunk));
    } catch (error) {
      return error;
    }
    state.lettersInARow = 0;
    this.hooks.committed(state, chunk, (performance.now() - started) / 1_000);
    return undefined;
  }

  /** In the order of keys, so that two transactions lock the aggregates of both in the same order. Of one key, in theirs. */
  private async handleAll(tx: EntityManager, state: ReadingState, chunk: readonly IncomingRecord[]): Promise<void> {
    const { reader, partition } = state;
    if (reader.handle === undefined) return;
    const inOrder = reader.topic.retention === 'compact' ? chunk.toSorted(byKey) : chunk;
    for (const record of inOrder) {
      if (state.judged.has(record.offset)) continue;
      const position = { topic: reader.topic.name, partition, offset: record.offset };
      try {
        await reader.handle(tx, position, record);
      } catch (error) {
        throw new RecordFailed(record, error);
      }
    }
  }

  /** A record that failed: some more tries by itself, then it is set aside, or stops the partition. */
  private async alone(state: ReadingState, chunk: readonly IncomingRecord[], next: bigint): Promise<Outcome> {
    const [record] = chunk;
    if (record === undefined) return { kind: 'done' };
    let attempts = 0;
    for (;;) {
      const failure = await this.attempt(state, chunk, next);
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
      return this.setAside(state, chunk, next, { ...failed, record, error, attempts });
    }
  }

  private async setAside(
    state: ReadingState,
    chunk: readonly IncomingRecord[],
    next: bigint,
    failed: FailedRecord,
  ): Promise<Outcome> {
    const because = this.reasonToStop(state, failed);
    try {
      if (because !== undefined) {
        await inTransaction(this.dataSource, (tx) => this.block(tx, state, failed));
        return { kind: 'stopped', because, until: 'an operator judges' };
      }
      const letter = await this.inPosition(state, chunk, next, (tx) => this.bury(tx, failed));
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
    if ((await holdPosition(tx, position, state)) === undefined) throw new Superseded();
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

  /** One transaction: the position is still ours, the work, the next position. */
  private async inPosition<T>(
    state: ReadingState,
    chunk: readonly IncomingRecord[],
    next: bigint,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const { reader, partition } = state;
    const at = { topic: reader.topic.name, partition };
    const result = await inTransaction(this.dataSource, async (tx) => {
      const held = await holdPosition(tx, at, state);
      if (held === undefined) throw new Superseded();
      const done = await work(tx);
      await reader.after?.(tx, chunk);
      if (held.rebuilding) await noteKeys(tx, at.topic, readableKeys(chunk));
      await advance(tx, at, next);
      return done;
    });
    state.next = next;
    for (const { offset } of chunk) state.judged.delete(offset);
    return result;
  }
}

const nextAfter = (chunk: readonly IncomingRecord[], restLength: number, end: bigint): bigint =>
  chunk.length === restLength ? end : (chunk.at(-1)?.offset ?? 0n) + 1n;

/** How many to take next: those before the record at fault; where none is known, half of them. */
function sizeBefore(chunk: readonly IncomingRecord[], failure: unknown): number {
  return failure instanceof RecordFailed ? chunk.indexOf(failure.record) : Math.floor(chunk.length / 2);
}

function byKey(a: IncomingRecord, b: IncomingRecord): number {
  return Buffer.compare(a.key ?? Buffer.alloc(0), b.key ?? Buffer.alloc(0));
}

const readableKeys = (chunk: readonly IncomingRecord[]): string[] =>
  chunk.flatMap(({ key }) => {
    const text = decode(key ?? undefined);
    return text === undefined || text.includes('\0') ? [] : [text];
  });
