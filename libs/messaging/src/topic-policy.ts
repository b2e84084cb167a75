import { deadLettersOf } from '@accord/contracts/topics';
import type { EventContract, TopicDefinition } from '@accord/contracts/define-event';

import { MAX_EVENT_BYTES } from './envelope.js';

const DAY_MS = 86_400_000;
/** How long a tombstone stays in a compacted topic: a reader that was away longer reads it anew. */
export const TOMBSTONE_DAYS = 30;

/** Says of each topic which making of it this is, and whether its owner has filled it; read before all others. */
export const accordTopics: TopicDefinition = {
  name: 'accord.topics',
  retention: 'compact',
  partitions: 1,
  writer: 'every owner',
};

/** The topic's settings on the broker, as its contract has them. */
export function policyOf({ retention, name }: TopicDefinition): Readonly<Record<string, string>> {
  // A record's frame, a batch's header, and the reason that a dead letter adds.
  const overhead = name.endsWith('.dead-letters') ? 262_144 : 65_536;
  const common = { 'max.message.bytes': String(MAX_EVENT_BYTES + overhead) };
  if (retention === 'compact')
    return { ...common, 'cleanup.policy': 'compact', 'delete.retention.ms': String(TOMBSTONE_DAYS * DAY_MS) };
  const days = retention === 'forever' ? -1 : retention.days * DAY_MS;
  return { ...common, 'cleanup.policy': 'delete', 'retention.ms': String(days), 'retention.bytes': '-1' };
}

/** What the given contracts need: their topics, once each, with the dead letters of those that are read. */
export function topicsOf(contracts: readonly EventContract[]): TopicDefinition[] {
  const topics = new Map(contracts.map(({ topic }) => [topic.name, topic]));
  const letters = [...topics.values()].map(deadLettersOf);
  return [accordTopics, ...topics.values(), ...letters];
}
