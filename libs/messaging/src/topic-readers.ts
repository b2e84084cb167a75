import type { TopicDefinition } from '@accord/contracts/define-event';

import type { EventRouter, Route } from './event-router.js';
import { incarnationReader } from './incarnation-reader.js';
import type { MessagingOptions } from './messaging-options.js';
import { ownTopicAfter } from './own-topics.js';
import type { TopicReader } from './topic-reader.js';

/** accord.topics, then what is to be read first, then the rest. */
const RANKS = { incarnations: 0, first: 1, rest: 2 } as const;

/** What a service reads: what says which topics there are, what its handlers are for, and what it wrote itself. */
export function readersOf(
  router: EventRouter,
  routes: readonly Route[],
  options: Pick<MessagingOptions, 'readFirst' | 'owns' | 'observer'>,
): TopicReader[] {
  const first = new Set(options.readFirst?.map(({ topic }) => topic.name));
  const topics = new Map<string, TopicDefinition>();
  for (const { contract } of [...routes, ...(options.owns ?? [])]) topics.set(contract.topic.name, contract.topic);
  const handled = new Set(routes.map(({ contract }) => contract.topic.name));
  const readers = [...topics.values()].map((topic): TopicReader => ({
    topic,
    rank: first.has(topic.name) ? RANKS.first : RANKS.rest,
    ...(handled.has(topic.name) && { handle: (tx, position, record) => router.handle(tx, position, record) }),
    ...ownTopicAfter(topic, options),
  }));
  return [incarnationReader(RANKS.incarnations), ...readers];
}
