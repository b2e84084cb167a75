import type { z } from 'zod';

/** How a topic is made: policies and partition counts stand here and nowhere else. */
export interface TopicDefinition {
  /** Without the deployment's prefix. */
  readonly name: string;
  /** `compact`: the last record of a key is kept. `forever`: all are. `days`: for so many days. */
  readonly retention: 'compact' | 'forever' | { readonly days: number };
  readonly partitions: number;
  /** The one service that writes it. */
  readonly writer: string;
}

/** What every service must agree on to exchange one kind of event. */
export interface EventContract<Data extends z.ZodType = z.ZodType> {
  /** CloudEvents `type`. */
  readonly type: string;
  readonly topic: TopicDefinition;
  readonly data: Data;
  /** Kafka key: events of one key are read in the order they were written. */
  readonly key: (data: z.infer<Data>) => string;
  /** Grows with each event of a key; the highest version wins, whatever came before. */
  readonly version: (data: z.infer<Data>) => number;
  /** Services that read it; the ACL list and AsyncAPI are generated from this. */
  readonly readers: readonly string[];
}

/** What a contract carries. */
export type EventData<C extends EventContract> = z.infer<C['data']>;

export const defineEvent = <Data extends z.ZodType>(contract: EventContract<Data>): EventContract<Data> => contract;
