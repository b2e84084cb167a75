import type { EventContract } from '@accord/contracts/define-event';
import { readEventData } from '@accord/contracts/read-event';
import type { EntityManager } from 'typeorm';

import { decode, readEnvelope, type Envelope } from './envelope.js';
import { EventBatch, type ReceivedEvent } from './event-batch.js';
import { EventContext, type EventFacts } from './event-context.js';
import type { IncomingRecord } from './kafka-port.js';
import { Poison } from './poison.js';
import { RecordFailed } from './record-failed.js';
import type { PlacedRecord } from './topic-reader.js';
import { runInTrace, runInTraces } from './trace-context.js';
import { waves } from './waves.js';

/** What handles an event, or several at once of different keys; what it throws is thrown. */
export type Route = { readonly contract: EventContract } & (
  | { readonly kind: 'each'; readonly handle: (data: unknown, event: EventContext) => Promise<void> }
  | { readonly kind: 'together'; readonly handle: (all: readonly ReceivedEvent[], batch: EventBatch) => Promise<void> }
);

/** An event on its way to its handler. */
interface Routed {
  readonly route: Route;
  readonly data: unknown;
  readonly facts: EventFacts;
  /** None of an erasure that no record tells of. */
  readonly record?: IncomingRecord;
}

/** Checks events against their contracts and hands them to their handlers. */
export class EventRouter {
  private readonly routes: ReadonlyMap<string, Route>;
  private readonly ignored: ReadonlySet<string>;

  /** @param ignores events of a topic this service reads that mean nothing to it */
  constructor(routes: readonly Route[], ignores: readonly EventContract[] = []) {
    this.routes = new Map(routes.map((route) => [route.contract.type, route]));
    this.ignored = new Set(ignores.map(({ type }) => type));
  }

  /** In their order, save that those of different keys may be handled at once. @throws RecordFailed, and what a handler throws */
  async handle(tx: EntityManager, records: readonly PlacedRecord[]): Promise<void> {
    const routed = records.flatMap((placed) => this.routed(tx, placed));
    const isTogether = ({ route }: Routed) => route.kind === 'together';
    for (const wave of waves(routed, ({ facts }) => facts.envelope.key, isTogether)) await run(wave);
  }

  /** Tells a handler that a key's state is gone though no record says so. */
  async erase(facts: EventFacts): Promise<void> {
    const route = this.routeOf(facts.envelope, facts.position.topic);
    if (route !== undefined) await run([{ route, data: null, facts }]);
  }

  private routed(tx: EntityManager, { position, record }: PlacedRecord): Routed[] {
    try {
      const envelope = readEnvelope(record);
      const route = this.routeOf(envelope, position.topic);
      if (route === undefined) return [];
      const data = record.value === null ? erasureOf(route.contract) : dataOf(route.contract, envelope, record.value);
      return [{ route, data, facts: { tx, envelope, position }, record }];
    } catch (error) {
      throw new RecordFailed(record, error);
    }
  }

  private routeOf(envelope: Envelope, topic: string): Route | undefined {
    const route = this.routes.get(envelope.type);
    if (route !== undefined && route.contract.topic.name === topic) return route;
    if (this.ignored.has(envelope.type)) return undefined;
    throw new Poison('unknown-type', `events of type ${envelope.type.slice(0, 100)} are not known on ${topic}`);
  }
}

/** One event, or several of one route that have it handle them together. */
async function run(wave: readonly Routed[]): Promise<void> {
  const [first] = wave;
  if (first === undefined) return;
  const { route, data, facts, record } = first;
  try {
    if (route.kind === 'each')
      return await runInTrace(facts.envelope.traceparent, () => route.handle(data, new EventContext([facts])));
    const events = wave.map((one) => ({ data: one.data, event: new EventContext([one.facts]) }));
    await runInTraces(tracesOf(wave), () => route.handle(events, new EventBatch([facts.tx])));
  } catch (error) {
    if (wave.length > 1 || record === undefined) throw error;
    throw new RecordFailed(record, error);
  }
}

const tracesOf = (wave: readonly Routed[]): ReadonlyMap<string, string | undefined> =>
  new Map(wave.map(({ facts: { envelope } }) => [envelope.key, envelope.traceparent]));

function erasureOf({ topic }: EventContract): null {
  if (topic.retention === 'compact') return null;
  throw new Poison('breaks-contract', 'nothing is ever erased from this topic');
}

function dataOf(contract: EventContract, envelope: Envelope, value: Buffer): unknown {
  const read = readEventData(contract, parse(value));
  if (!read.ok) throw new Poison('breaks-contract', read.problem);
  if (contract.key(read.data) !== envelope.key) throw new Poison('breaks-contract', 'the key is not that of the data');
  if (contract.version(read.data) !== envelope.version)
    throw new Poison('breaks-contract', 'accord_version is not the version of the data');
  return read.data;
}

function parse(value: Buffer): unknown {
  const text = decode(value);
  if (text === undefined) throw new Poison('not-json', 'the value is no UTF-8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Poison('not-json', 'the value is no JSON');
  }
}
