import { z } from 'zod';

import { defineEvent } from './define-event.js';
import { readEventData } from './read-event.js';
import { offerRevisions } from './topics.js';

const event = defineEvent({
  type: 'test.happened',
  topic: offerRevisions,
  data: z.strictObject({
    id: z.string(),
    nested: z.array(z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('a'), n: z.int() })])),
  }),
  key: ({ id }) => id,
  version: () => 1,
  readers: [],
});
const good = { id: 'x', nested: [{ kind: 'a', n: 1 }] };

describe('reading an event', () => {
  it('takes what the contract says', () => expect(readEventData(event, good)).toEqual({ ok: true, data: good }));

  it('leaves out what a newer writer added, at any depth', () => {
    const newer = { ...good, added: 1, nested: [{ kind: 'a', n: 1, more: true }] };
    expect(readEventData(event, newer)).toEqual({ ok: true, data: good });
    expect(newer).toHaveProperty('added', 1);
  });

  it('tells what breaks the contract without quoting it', () => {
    const read = readEventData(event, { id: 'SECRET', nested: [{ kind: 'a', n: 'SECRET' }], added: 1 });
    expect(read).toEqual({ ok: false, problem: '/nested/0/n: invalid_type' });
  });

  it.each([null, 3, 'text', [], undefined])('refuses %p', (value) =>
    expect(readEventData(event, value).ok).toBe(false),
  );
});
