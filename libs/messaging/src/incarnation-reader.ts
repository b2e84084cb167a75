import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { decode } from './envelope.js';
import type { IncomingRecord } from './kafka-port.js';
import { topicMade } from './topic-made.js';
import { accordTopics } from './topic-policy.js';
import type { TopicReader } from './topic-reader.js';

const logger = new Logger('accord.topics');

/** Keeps what `accord.topics` says, in the order it says it. What cannot be read there is left out: it rings no one's service down. */
export const incarnationReader = (rank: number): TopicReader => ({ topic: accordTopics, rank, after: keep });

async function keep(tx: EntityManager, records: readonly IncomingRecord[]): Promise<void> {
  for (const record of records) {
    const said = read(record);
    if (said === undefined) logger.error(`a record at offset ${record.offset} cannot be read`);
    else
      await tx.query(
        `insert into topic_incarnation (topic, incarnation, complete) values ($1, $2, $3)
         on conflict (topic) do update set incarnation = excluded.incarnation, complete = excluded.complete`,
        [said.topic, said.incarnation, said.complete],
      );
  }
}

function read({ value }: IncomingRecord) {
  try {
    return topicMade.data.safeParse(JSON.parse(decode(value ?? undefined) ?? '')).data;
  } catch {
    return undefined;
  }
}
