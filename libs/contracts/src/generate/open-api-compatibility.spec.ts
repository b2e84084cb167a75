import { openApiBreaks } from './open-api-compatibility.js';

const document = (change: { schema?: object; parameters?: object[]; paths?: object } = {}) => ({
  paths: change.paths ?? {
    '/v1/ads': {
      get: {
        parameters: change.parameters ?? [{ in: 'query', name: 'q' }],
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Ad' } } } } },
      },
    },
  },
  components: {
    schemas: { Ad: change.schema ?? { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } },
  },
});

describe('a client of yesterday', () => {
  const breaks = (change: Parameters<typeof document>[0]) => openApiBreaks(document(), document(change));

  it('does not mind what stayed, or what is new and optional', () => {
    expect(breaks({})).toEqual([]);
    expect(
      breaks({
        parameters: [
          { in: 'query', name: 'q' },
          { in: 'query', name: 'commune' },
        ],
      }),
    ).toEqual([]);
    const more = { id: { type: 'string' }, title: { type: 'string' } };
    expect(breaks({ schema: { type: 'object', properties: more, required: ['id', 'title'] } })).toEqual([]);
  });

  it.each<[string, Parameters<typeof document>[0], string]>([
    ['a route removed', { paths: {} }, 'GET /v1/ads: removed'],
    ['a parameter removed', { parameters: [] }, 'GET /v1/ads parameter query q: removed'],
    [
      'a parameter now required',
      { parameters: [{ in: 'query', name: 'q', required: true }] },
      'GET /v1/ads parameter query q: is now required',
    ],
    [
      'a field removed behind a reference',
      { schema: { type: 'object', properties: {} } },
      'GET /v1/ads answer 200 /id: field removed',
    ],
    [
      'a field that may be missing',
      { schema: { type: 'object', properties: { id: { type: 'string' } } } },
      'GET /v1/ads answer 200 /id: may now be missing',
    ],
  ])('is broken by %s', (_what, change, expected) => expect(breaks(change)).toContain(expected));
});
