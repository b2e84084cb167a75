import asyncApiSpecs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

import { allEvents } from '../events.js';
import { allTopics } from '../topics.js';
import { asyncApi } from './async-api.js';

describe('the AsyncAPI document', () => {
  const document = asyncApi('1.0.0');

  it('is valid AsyncAPI 3.0', () => {
    const ajv = new Ajv({ strict: false, allErrors: false, logger: false });
    addFormats.default(ajv);
    const valid = ajv.compile(asyncApiSpecs.schemasWithoutId['3.0.0']);
    expect([valid(document), valid.errors]).toEqual([true, null]);
    expect(valid({ ...document, asyncapi: '2.0.0' })).toBe(false);
  });

  it('names every topic and event', () => {
    expect(Object.keys(document['channels'] ?? {}).sort()).toEqual(allTopics.map(({ name }) => name).sort());
    expect(JSON.stringify(document)).toContain(allEvents[0]?.type);
  });
});
