import 'reflect-metadata';

import type { HttpClient } from '@accord/testing/http-client';
import { ServiceHarness } from '@accord/testing/service-harness';

import { demoService } from './demo-service.js';

const CANARY = 'CANARY-7f3e7c1a';
const good = { title: `A good title ${CANARY}` };
let harness: ServiceHarness;
let employer: HttpClient;
let anyone: HttpClient;

beforeAll(async () => {
  harness = await ServiceHarness.start(demoService, { env: { RATE_LIMIT_ADDRESS: '100000' } });
  employer = await harness.as({ id: '732829320', role: 'employer', sirets: ['73282932000074'] });
  anyone = await harness.as();
});
afterAll(() => harness.stop());
afterEach(() => expect(harness.log.text).not.toContain(CANARY));

const stored = async (): Promise<number> =>
  (await harness.dataSource.query('select count(*)::int as n from thing'))[0].n;

const nest = (levels: number): string =>
  `{"title":"${CANARY}","place":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;

describe('a body that cannot be taken', () => {
  it.each([
    ['malformed JSON', `{"title":"${CANARY}"`, 400, 'malformed-json', ''],
    ['an array where an object belongs', `["${CANARY}"]`, 400, 'invalid-request', ''],
    [
      'a wrong type',
      `{"title":7,"place":{"commune":"75056"},"contactEmail":"${CANARY}@exemple.fr"}`,
      400,
      'invalid-request',
      '/title',
    ],
    ['an unknown field', `{"title":"${CANARY}","salary":1}`, 400, 'invalid-request', '/salary'],
    [
      'an unknown field deep inside',
      `{"title":"${CANARY}","place":{"commune":"75056","zip":1}}`,
      400,
      'invalid-request',
      '/place/zip',
    ],
    ['200 levels of nesting', nest(200), 400, 'malformed-json', `/place${'/a'.repeat(31)}`],
    ['a duplicate key', `{"title":"${CANARY}","title":"other"}`, 400, 'malformed-json', '/title'],
    ['__proto__', `{"title":"${CANARY}","__proto__":{"role":"operator"}}`, 400, 'malformed-json', '/__proto__'],
    ['a NUL', `{"title":"${CANARY}\\u0000"}`, 400, 'malformed-json', '/title'],
    ['a lone surrogate', `{"title":"${CANARY}\\ud800"}`, 400, 'malformed-json', '/title'],
    ['1e400', `{"title":"${CANARY}","place":1e400}`, 400, 'malformed-json', '/place'],
  ])('%s', async (_what, body, status, code, pointer) => {
    const before = await stored();
    const answer = await employer.post('/v1/things', body);
    expect(answer).toMatchObject({ status, body: { status, type: `https://accord.example/problems/${code}` } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      errors: [{ pointer, code: expect.stringMatching(/^[a-z0-9-]+$/), message: expect.stringMatching(/\w{3}/) }],
    });
    expect(JSON.stringify(answer.body)).not.toContain(CANARY);
    expect(await stored()).toBe(before);
  });

  it('bytes that are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"title":"'), Buffer.of(0xc3, 0x28), Buffer.from('"}')]);
    expect(await employer.post('/v1/things', bytes)).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'not-utf8' }] },
    });
  });

  it('10 MB, announced or not: the answer comes before the body ends', async () => {
    const tenMegabytes = JSON.stringify({ title: CANARY.repeat((10 * 2 ** 20) / CANARY.length) });
    expect(await employer.post('/v1/things', tenMegabytes)).toMatchObject({
      status: 413,
      body: { type: expect.stringContaining('payload-too-large') },
    });
    const token = await harness.issuer.tokenFor({ id: '732829320', role: 'employer' });
    const pieces = async function* () {
      for (let n = 0; n < 160; n += 1) yield Buffer.alloc(65_536, 0x20);
    };
    const answer = await fetch(`${harness.url}/v1/things`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: ReadableStream.from(pieces()),
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
  });

  it('another media type, another charset’s name, a compressed body, none at all', async () => {
    const asText = await employer.post('/v1/things', JSON.stringify(good), { 'content-type': 'text/plain' });
    expect(asText).toMatchObject({ status: 415, body: { detail: expect.stringContaining('application/json') } });
    const zipped = await employer.post('/v1/things', JSON.stringify(good), { 'content-encoding': 'gzip' });
    expect(zipped).toMatchObject({ status: 415, body: { detail: expect.stringContaining('Content-Encoding') } });
    expect(await employer.post('/v1/things')).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('A JSON body is needed') },
    });
  });
});

describe('an address that cannot be taken', () => {
  it.each([
    [
      'an unknown query parameter',
      '/v1/things?ocupation=M1805',
      'invalid-request',
      { pointer: '/ocupation', in: 'query', code: 'unknown-parameter' },
    ],
    [
      'a query parameter given twice',
      '/v1/things?occupation=a&occupation=b',
      'invalid-request',
      { pointer: '/occupation', in: 'query' },
    ],
    ['a number that is none', '/v1/things?limit=ten', 'invalid-request', { pointer: '/limit', in: 'query' }],
    [
      'a path parameter of another form',
      '/v1/things/7',
      'invalid-request',
      { pointer: '/id', in: 'path', message: 'an id is a UUID' },
    ],
  ])('%s', async (_what, path, code, error) =>
    expect(await anyone.get(path)).toMatchObject({
      status: 400,
      body: { type: expect.stringContaining(code), errors: [error] },
    }),
  );

  it.each([
    ['a NUL in the query', '/v1/things?occupation=%00', 400, 'malformed-url'],
    ['a NUL in the path', '/v1/things/%00', 400, 'malformed-url'],
    ['a broken escape', '/v1/things/%zz', 400, 'malformed-url'],
    ['half of a character', '/v1/things?occupation=%c3', 400, 'malformed-url'],
    ['a route that is not there', `/v1/other-things?x=${CANARY}`, 404, 'route-not-found'],
    ['a way out', '/v1/things/..%2f..%2finternal', 400, 'invalid-request'],
  ])('%s', async (_what, path, status, code) =>
    expect(await anyone.get(path)).toMatchObject({
      status,
      body: { type: expect.stringContaining(code), detail: expect.any(String) },
    }),
  );

  it('a method that is not there', async () =>
    expect(await anyone.delete('/v1/things')).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('DELETE /v1/things') },
    }));
});

describe('a stale or missing If-Match', () => {
  it.each([
    [undefined, 428, 'precondition-required'],
    ['"2"', 412, 'precondition-failed'],
    ['*', 400, 'malformed-header'],
  ])('%s', async (ifMatch, status, code) => {
    const answer = await employer.put('/v1/things/1', {}, ifMatch === undefined ? {} : { 'if-match': ifMatch });
    expect(answer).toMatchObject({
      status,
      body: { type: expect.stringContaining(code), errors: [{ pointer: '/if-match', in: 'header' }] },
    });
  });

  it('the current one passes', async () =>
    expect((await employer.put('/v1/things/1', {}, { 'if-match': '"3"' })).status).toBe(200));
});

describe('what goes wrong inside', () => {
  it('a text the database cannot hold is the caller’s to correct', async () =>
    expect(await anyone.get('/v1/raw-text')).toMatchObject({
      status: 400,
      body: { type: expect.stringContaining('unstorable-text') },
    }));

  it('anything else tells nothing of the inside, and is found in the log by its trace, without its secrets', async () => {
    const answer = await anyone.get('/v1/fails');
    expect(answer).toMatchObject({ status: 500, body: { title: 'Something went wrong on our side' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter22|jeanne|postgres/);
    const [line] = harness.log.of('http.failed').slice(-1);
    expect(answer.body).toMatchObject({ instance: `urn:accord:trace:${String(line?.trace_id)}` });
    expect(answer.headers.get('x-request-id')).toBe(line?.trace_id);
    expect(JSON.stringify(line)).toContain('the password of');
    expect(JSON.stringify(line)).not.toMatch(/hunter22|jeanne/);
  });
});

describe('a good request', () => {
  it('is stored, and leaves one line in the log, without its content', async () => {
    const before = harness.log.of('http.request').length;
    expect(await employer.post('/v1/things', good)).toMatchObject({ status: 201, body: { title: good.title } });
    const lines = harness.log.of('http.request').slice(before);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      method: 'POST',
      route: '/v1/things',
      status: 201,
      role: 'employer',
      subject: '732829320',
    });
  });

  it('may stream more than any JSON body may hold', async () => {
    const answer = await employer.post('/v1/bulk', 'x'.repeat(5_000_000), { 'content-type': 'application/x-ndjson' });
    expect(answer).toMatchObject({ status: 201, body: { bytes: 5_000_000 } });
  });

  it('goes on in the trace it came in', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { body } = await anyone.get('/v1/trace', { traceparent });
    expect(body).toMatchObject({ traceparent: expect.stringMatching(/^00-4bf92f3577b34da6a3ce929d0e0e4736-/) });
  });

  it('cannot forge a line of the log', async () => {
    await anyone.get('/v1/nothing%0d%0a%7b"level":"fatal"%7d', { 'user-agent': '{"level":"fatal"}', traceparent: 'x' });
    expect(harness.log.lines.every(({ level }) => level !== 'fatal')).toBe(true);
  });
});

describe('the document of the API', () => {
  it('is OpenAPI 3.1, made from the routes’ schemas, with problems and tokens', async () => {
    const { body } = await anyone.get('/openapi.json');
    expect(body).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Accord: kitdemo' },
      paths: {
        '/v1/things': {
          post: {
            security: [{ bearer: [] }],
            requestBody: {
              content: { 'application/json': { schema: { properties: { title: { type: 'string', minLength: 3 } } } } },
            },
            responses: { default: { content: { 'application/problem+json': {} } } },
          },
        },
      },
      components: { schemas: { Problem: { required: ['type', 'title', 'status', 'detail'] } } },
    });
    expect((await anyone.get('/docs')).body).toContain('swagger-ui');
  });
});

describe('the answers’ headers', () => {
  it('keep browsers from guessing, framing and loading from elsewhere', async () => {
    const { headers } = await anyone.get('/v1/things');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
