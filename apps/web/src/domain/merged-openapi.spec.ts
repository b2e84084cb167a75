import { mergedOpenApi, serviceDocument } from './merged-openapi.js';

const document = (path: string, schema: object, id = 'list') =>
  serviceDocument.parse({
    openapi: '3.1.0',
    paths: {
      [path]: {
        get: {
          operationId: id,
          responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
        },
      },
      '/internal/v1/permits': { post: { operationId: 'permits' } },
    },
    components: { schemas: { Thing: schema, Problem: { type: 'object' } } },
  });

const merged = mergedOpenApi(
  [
    ['intake', document('/v1/offers/{id}', { type: 'string' })],
    ['portal', document('/v1/ads', { type: 'integer' })],
  ],
  (path) => path.startsWith('/v1/'),
  { server: 'http://x', paths: { '/v1/flow': { get: {} } } },
);

describe('the merged document', () => {
  it('has the routed paths of all services, tagged, and those of the front door, but nothing of the inside', () => {
    expect(merged).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/v1/offers/{id}': { get: { tags: ['intake'], operationId: 'intake_list' } },
        '/v1/ads': { get: { tags: ['portal'] } },
        '/v1/flow': {},
      },
    });
    expect(JSON.stringify(merged)).not.toContain('internal');
  });

  it('keeps both of two schemas with one name, each referred to by its own, and one of two that are equal', () =>
    expect(merged).toMatchObject({
      components: {
        schemas: { Thing: { type: 'string' }, 'portal.Thing': { type: 'integer' }, Problem: { type: 'object' } },
      },
      paths: {
        '/v1/offers/{id}': {
          get: {
            responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
          },
        },
        '/v1/ads': {
          get: {
            responses: {
              200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/portal.Thing' } } } },
            },
          },
        },
      },
    }));
});
