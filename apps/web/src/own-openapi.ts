const problem = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const query = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema });
const letterId = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'service and number, as listed: intake:7',
  schema: { type: 'string' },
};
const operation = (operationId: string, summary: string, more: object) => ({
  operationId,
  summary,
  tags: ['web'],
  security: [{ bearer: [] }],
  ...more,
});
const json = (description: string) => ({
  description,
  content: { 'application/json': { schema: { type: 'object' } } },
});

/** The routes that the front door answers itself. */
export const ownPaths = {
  '/v1/dead-letters': {
    get: operation(
      'web_dead_letters',
      'Events that a service could not handle, of all services, the newest first (operators)',
      {
        parameters: [
          query('cursor', 'of the page before', { type: 'string' }),
          query('limit', '', { type: 'integer', minimum: 1, maximum: 100, default: 50 }),
          query('state', '', { type: 'string', enum: ['open', 'blocking', 'replayed', 'discarded'] }),
          query('topic', '', { type: 'string' }),
          query('service', '', { type: 'string' }),
        ],
        responses: { 200: json('One page, and the services that could not be asked'), default: problem },
      },
    ),
  },
  '/v1/dead-letters/{id}/replay': {
    post: operation('web_replay_dead_letter', 'Has the event handled once more (operators)', {
      parameters: [letterId],
      responses: { 200: json('It was handled'), default: problem },
    }),
  },
  '/v1/dead-letters/{id}/discard': {
    post: operation('web_discard_dead_letter', 'Leaves the event unhandled for good (operators)', {
      parameters: [letterId],
      responses: { 200: json('It is given up'), default: problem },
    }),
  },
  '/v1/flow': {
    get: operation('web_flow', 'How work flows: rates, what waits, how old, by service (operators)', {
      responses: { 200: json('Figures of each service'), default: problem },
    }),
  },
};
