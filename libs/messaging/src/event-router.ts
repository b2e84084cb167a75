import type { EventContract } from '@accord/contracts/define-event';
import { readEventData } from '@accord/contracts/read-event';
import type { EntityManager } from 'typeorm';

import { decode, readEnvelope, type Envelope } from './envelope.js';
import { EventContext, type EventFacts } from './event-context.js';
import type { IncomingRecord } from './kafka-port.js';
import { Poison } from './poison.js';
import { runInTrace } from './trace-context.js';

/** Runs one event through a handler; what the handler throws is thrown. */
export type Handle = (data: unknown, event: EventContext) => Promise<void>;

export interface Route {
  readonly contract: EventContract;
  readonly handle: Handle;
}

/** Checks an event against its contract and hands it to its handler. */
export class EventRouter {
  private readonly routes: ReadonlyMap<string, Route>;
  private readonly ignored: ReadonlySet<string>;

  /** @param ignores events of a topic this service reads that mean nothing to it */
  constructor(routes: readonly Route[], ignores: readonly EventContract[] = []) {
    this.routes = new Map(routes.map((route) => [route.contract.type, route]));
    this.ignored = new Set(ignores.map(({ type }) => type));
  }

  /** @throws Poison, and what the handler throws */
  async handle(tx: EntityManager, position: EventFacts['position'], record: IncomingRecord): Promise<void> {
    const envelope = readEnvelope(record);
    const route = this.routeOf(envelope, position.topic);
    if (route === undefined) return;
    const data = record.value === null ? erasureOf(route.contract) : dataOf(route.contract, envelope, record.value);
    await run(route, data, { tx, envelope, position });
  }

  /** Tells a handler that a key's state is gone though no record says so. */
  async erase(facts: EventFacts): Promise<void> {
    const route = this.routeOf(facts.envelope, facts.position.topic);
    if (route !== undefined) await run(route, null, facts);
  }

  private routeOf(envelope: Envelope, topic: string): Route | undefined {
    const route = this.routes.get(envelope.type);
    if (route !== undefined && route.contract.topic.name === topic) return route;
    if (this.ignored.has(envelope.type)) return undefined;
    throw new Poison('unknown-type', `events of type ${envelope.type.slice(0, 100)} are not known on ${topic}`);
  }
}

const run = (route: Route, data: unknown, facts: EventFacts): Promise<void> =>
  runInTrace(facts.envelope.traceparent, () => route.handle(data, new EventContext([facts])));

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
