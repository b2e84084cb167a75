import { defineEvent, type EventData } from '@accord/contracts/define-event';
import { z } from 'zod';

import { accordTopics } from './topic-policy.js';

/** Says which making of a topic there is: a reader whose offsets belong to another reads it anew. */
export const topicMade = defineEvent({
  type: 'accord.topic-made',
  topic: accordTopics,
  data: z.object({
    /** Without the deployment's prefix. */
    topic: z.string(),
    incarnation: z.uuid(),
    /** The owner has written everything it holds: what is not in the topic does not exist. */
    complete: z.boolean(),
    saidAtMs: z.int().nonnegative(),
  }),
  key: ({ topic }) => topic,
  version: ({ saidAtMs }) => saidAtMs,
  readers: ['every service'],
});
export type TopicMade = EventData<typeof topicMade>;
