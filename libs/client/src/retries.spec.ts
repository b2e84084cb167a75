import { readdirSync, readFileSync } from 'node:fs';

import { z } from 'zod';

import {
  defaultRetries,
  type Ending,
  isRepeatable,
  keyedPaths,
  repeatablePosts,
  retryAfterMs,
  type Sent,
  waitBefore,
} from './retries.js';

const sent = (method: string, path = '/v1/offers', headers: Record<string, string> = {}): Sent => ({
  method,
  path,
  headers: new Headers(headers),
});
const answer = (status: number, retryAfter?: number): Ending => ({ kind: 'answer', status, retryAfterMs: retryAfter });
const first = { number: 1, policy: defaultRetries };

describe('what is sent again after a lost answer', () => {
  it.each([
    ['a reading', sent('GET'), true],
    ['a deletion', sent('DELETE', '/v1/offers/{id}'), true],
    ['a submission with its key', sent('POST', '/v1/offers', { 'idempotency-key': 'k' }), true],
    ['a submission without a key', sent('POST', '/v1/offers'), false],
    ['a withdrawal', sent('POST', '/v1/agreements/{id}/withdrawal'), true],
    ['a call that keeps no key, with one', sent('POST', '/v1/partners', { 'idempotency-key': 'k' }), false],
    ['a change of a version', sent('PUT', '/v1/offers/{id}', { 'if-match': '"1"' }), false],
    ['a change of whatever is there', sent('PUT', '/v1/partners/me/profile'), true],
    ['a patch', sent('PATCH', '/v1/partners/{id}'), false],
  ])('%s: %#', (_what, call, repeatable) => {
    expect(isRepeatable(call)).toBe(repeatable);
    for (const ending of [{ kind: 'lost' } as const, answer(503), answer(504), answer(502), answer(408)])
      expect(waitBefore(call, ending, first, 0) !== undefined).toBe(repeatable);
    // Certainly not carried out: any call may come again.
    expect(waitBefore(call, { kind: 'notSent' }, first, 0)).toBeDefined();
    expect(waitBefore(call, answer(429), first, 0)).toBeDefined();
  });

  it.each([200, 201, 400, 401, 403, 404, 409, 410, 412, 500])('no call after %i', (status) =>
    expect(waitBefore(sent('GET'), answer(status), first, 0)).toBeUndefined(),
  );
});

describe('how long is waited', () => {
  it('is as long as the answer asks', () => expect(waitBefore(sent('GET'), answer(503, 4_000), first, 0)).toBe(4_000));
  it('is never shorter than the backoff, which doubles and varies', () => {
    const waits = [1, 2, 3].map((number) => waitBefore(sent('GET'), answer(503, 0), { ...first, number }, 1));
    expect(waits).toEqual([250, 500, 1_000]);
    expect(waitBefore(sent('GET'), answer(503), first, 0)).toBe(125);
  });
  it('is over after the last attempt', () =>
    expect(waitBefore(sent('GET'), answer(503), { ...first, number: 4 }, 0)).toBeUndefined());
  it('is not at all where it would be too long', () =>
    expect(waitBefore(sent('GET'), answer(429, 3_600_000), first, 0)).toBeUndefined());
});

describe('Retry-After', () => {
  const now = new Date('2026-05-04T10:00:00Z');
  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Mon, 04 May 2026 10:00:05 GMT', 5_000],
    ['Mon, 04 May 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%p', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
});

it('every path that is named here exists, and takes what it is named for', () => {
  const folder = new URL('../../contracts/schemas/openapi/current/', import.meta.url);
  const document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
  const posts = readdirSync(folder).flatMap((name) => {
    const { paths } = document.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    return Object.entries(paths).flatMap(([path, operations]) => ('post' in operations ? [path] : []));
  });
  expect(posts).toEqual(expect.arrayContaining([...keyedPaths, ...repeatablePosts]));
});
