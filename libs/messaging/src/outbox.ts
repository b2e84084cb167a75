import type { EventContract, EventData } from '@accord/contracts/define-event';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { headersOf, MAX_EVENT_BYTES, type Envelope } from './envelope.js';
import { insertAllIntoOutbox, insertIntoOutbox, type OutboxRow, sizeOf } from './outbox.store.js';
import { traceparentOf } from './trace-context.js';

/** A larger event cannot be sent: the fault is in what let such data in. */
export class EventTooLarge extends Error {
  constructor(type: string, size: number) {
    super(`${type} has ${size} bytes, ${MAX_EVENT_BYTES} are allowed`);
    this.name = 'EventTooLarge';
  }
}

/**
 * Writes an event in the transaction of the change it tells of; the relay sends it once that is committed. Call it after
 * the aggregate's row is locked or written: the events of one key then leave in the order of its commits.
 * @throws ZodError when the data breaks the contract, EventTooLarge
 */
export async function addToOutbox<C extends EventContract>(
  tx: EntityManager,
  contract: C,
  data: EventData<C>,
): Promise<void> {
  await insertIntoOutbox(tx, rowOf(contract, stateOf(contract, data)));
}

/**
 * The same for many changes of one transaction, in one statement and in this order: what an import writes.
 * @throws ZodError when data break the contract, EventTooLarge
 */
export async function addAllToOutbox<C extends EventContract>(
  tx: EntityManager,
  contract: C,
  all: readonly EventData<C>[],
): Promise<void> {
  if (all.length === 0) return;
  await insertAllIntoOutbox(
    tx,
    all.map((data) => rowOf(contract, stateOf(contract, data))),
  );
}

/** A row of `outbox`, for a statement of a service's own that writes a change and its event at once. */
export type PreparedEvent = OutboxRow & { readonly size: number };

/**
 * Events as rows, for the one hot path that has no round trip to spare: its statement inserts topic, key, value, headers and
 * size into `outbox` beside the new aggregate's row, and `eventsCommitted` (`outbox-wake`) is called afterwards.
 * @throws ZodError when data break the contract, EventTooLarge
 */
export const preparedEvents = <C extends EventContract>(contract: C, all: readonly EventData<C>[]): PreparedEvent[] =>
  all.map((data) => {
    const row = rowOf(contract, stateOf(contract, data));
    return { ...row, size: sizeOf(row) };
  });

/** Writes that a key's state is erased: a null value, which compaction keeps instead of everything before. */
export async function addErasureToOutbox(
  tx: EntityManager,
  contract: EventContract,
  key: string,
  version: number,
): Promise<void> {
  if (contract.topic.retention !== 'compact') throw new Error(`nothing is ever erased from ${contract.topic.name}`);
  await insertIntoOutbox(tx, rowOf(contract, { key, version, value: null }));
}

interface KeyState {
  readonly key: string;
  readonly version: number;
  readonly value: Buffer | null;
}

function stateOf<C extends EventContract>(contract: C, data: EventData<C>): KeyState {
  const valid = contract.data.parse(data);
  return { key: contract.key(valid), version: contract.version(valid), value: Buffer.from(JSON.stringify(valid)) };
}

function rowOf(contract: EventContract, event: KeyState): OutboxRow {
  const traceparent = traceparentOf(event.key);
  const envelope: Envelope = {
    id: uuid(),
    type: contract.type,
    source: contract.topic.writer,
    occurredAt: new Date(),
    key: event.key,
    version: event.version,
    ...(traceparent !== undefined && { traceparent }),
  };
  const row = {
    topic: contract.topic.name,
    key: Buffer.from(event.key),
    value: event.value,
    headers: headersOf(envelope),
  };
  const size = sizeOf(row);
  if (size > MAX_EVENT_BYTES) throw new EventTooLarge(contract.type, size);
  return row;
}
