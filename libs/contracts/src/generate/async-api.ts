import { z } from 'zod';

import type { EventContract } from '../define-event.js';
import { allEvents } from '../events.js';

/** CloudEvents 1.0 attributes in Kafka's binary mode, and W3C trace context. */
const headers = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_time', 'ce_subject', 'accord_version'],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: { type: 'string', description: 'unique for each event' },
    ce_type: { type: 'string' },
    ce_source: { type: 'string', description: 'the service that wrote it' },
    ce_time: { type: 'string', format: 'date-time' },
    ce_subject: { type: 'string', description: "the record's key" },
    accord_version: {
      type: 'string',
      description: 'the version inside the data; on a null value the version of the erasure',
    },
    traceparent: { type: 'string' },
  },
} as const;

const ref = (path: string) => ({ $ref: `#/${path}` });

/** AsyncAPI 3.0 of all topics, from the contracts alone. */
export function asyncApi(version: string): Record<string, unknown> {
  return {
    asyncapi: '3.0.0',
    info: { title: 'Accord events', version, license: { name: 'Apache-2.0' } },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(allEvents.map((event) => [event.topic.name, channelOf(event)])),
    operations: Object.assign({}, ...allEvents.map(operationsOf)),
    components: { messages: Object.fromEntries(allEvents.map((event) => [event.type, messageOf(event)])) },
  };
}

const channelOf = ({ topic, type }: EventContract) => ({
  address: topic.name,
  description: `Written by ${topic.writer}; retention: ${JSON.stringify(topic.retention)}; partitions: ${topic.partitions}.`,
  messages: { [type]: ref(`components/messages/${type}`) },
});

const operationsOf = ({ topic, readers }: EventContract): Record<string, unknown> => ({
  [`${topic.writer}.send.${topic.name}`]: { action: 'send', channel: ref(`channels/${topic.name}`) },
  ...Object.fromEntries(
    readers.map((reader) => [
      `${reader}.receive.${topic.name}`,
      { action: 'receive', channel: ref(`channels/${topic.name}`) },
    ]),
  ),
});

/** AsyncAPI 3.0 speaks JSON Schema draft 7 where nothing else is said. */
const messageOf = ({ type, data }: EventContract) => {
  const { $schema, ...payload } = z.toJSONSchema(data, { target: 'draft-7', io: 'output' });
  return { name: type, contentType: 'application/json', headers, payload };
};
