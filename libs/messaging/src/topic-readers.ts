import type { EventContract, TopicDefinition } from '@accord/contracts/define-event';

import type { EventRouter, Route } from './event-router.js';
import { incarnationReader } from './incarnation-reader.js';
import type { OwnTopic } from './own-topics.js';
import type { TopicReader } from './topic-reader.js';

/** accord.topics, then what is to be read first, then the rest. */
const RANKS = { incarnations: 0, first: 1, rest: 2 } as const;

export interface WhatToRead {
  readonly router: EventRouter;
  readonly routes: readonly Route[];
  readonly owned: readonly OwnTopic[];
  readonly readFirst?: readonly EventContract[];
}

/** What a service reads: what says which topics there are, what its handlers are for, and what it wrote itself. */
export function readersOf({ router, routes, owned, readFirst = [] }: WhatToRead): TopicReader[] {
  const first = new Set(readFirst.map(({ topic }) => topic.name));
  const handled = new Map<string, TopicDefinition>(routes.map(({ contract: { topic } }) => [topic.name, topic]));
  const all = new Map(handled);
  for (const { state } of owned) all.set(state.contract.topic.name, state.contract.topic);
  const readers = [...all.values()].map((topic): TopicReader => {
    const own = owned.find(({ name }) => name === topic.name);
    return {
      topic,
      rank: first.has(topic.name) ? RANKS.first : RANKS.rest,
      ...(handled.has(topic.name) && { handle: (tx, records) => router.handle(tx, records) }),
      ...(own !== undefined && { after: (tx, records) => own.readBack(tx, records) }),
    };
  });
  return [incarnationReader(RANKS.incarnations), ...readers];
}
