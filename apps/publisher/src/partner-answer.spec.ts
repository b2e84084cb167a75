import type { Answered, SafeOutcome } from '@accord/safe-http/outcome';

import { closureOf, pauseAskedMs, resultOf } from './partner-answer.js';

const now = new Date('2026-11-24T09:00:00.000Z');
const answered = (status: number, headers: Record<string, string> = {}): Answered => ({
  kind: 'answered',
  status,
  headers,
  body: Buffer.alloc(0),
  truncated: false,
  bytesRead: 0,
  durationMs: 12,
  remoteAddress: '192.0.2.1',
});
const failed = (reason: 'timeout' | 'cut' | 'connect', sent: 'nothing' | 'maybe'): SafeOutcome => ({
  kind: 'failed',
  reason,
  message: '',
  sent,
  durationMs: 12,
});
const refused: SafeOutcome = { kind: 'refused', reason: 'forbidden-address', message: '' };

describe('an answer', () => {
  it.each([200, 201, 202, 204, 299])('%i says received', (status) =>
    expect(resultOf(answered(status), now)).toEqual({ kind: 'received', status }),
  );
  it('409 refuses the posting, 410 the endpoint', () => {
    expect(resultOf(answered(409), now)).toEqual({ kind: 'refused', status: 409 });
    expect(resultOf(answered(410), now)).toEqual({ kind: 'gone', status: 410 });
  });
  it.each([400, 401, 403, 404, 405, 413, 422, 451])('%i failed, though the partner is up', (status) =>
    expect(resultOf(answered(status), now)).toMatchObject({ kind: 'failed', reason: `http-${status}`, outage: false }),
  );
  it.each([301, 307, 308, 408, 425, 429, 500, 502, 503, 504])('%i failed as an outage', (status) =>
    expect(resultOf(answered(status), now)).toMatchObject({ kind: 'failed', sent: 'maybe', outage: true }),
  );
});

describe('Retry-After', () => {
  it.each([429, 503])('on a %i pauses the whole endpoint', (status) => {
    const result = resultOf(answered(status, { 'retry-after': '30' }), now);
    expect(result).toMatchObject({ retryAfterMs: 30_000 });
    expect(pauseAskedMs(result)).toBe(30_000);
  });
  it('on another status delays that posting only', () => {
    const result = resultOf(answered(500, { 'retry-after': '30' }), now);
    expect(result).toMatchObject({ retryAfterMs: 30_000 });
    expect(pauseAskedMs(result)).toBeUndefined();
  });
});

describe('no answer', () => {
  it('is an outage, with what may have left', () => {
    expect(resultOf(failed('timeout', 'maybe'), now)).toMatchObject({ reason: 'timeout', sent: 'maybe', outage: true });
    expect(resultOf(failed('connect', 'nothing'), now)).toMatchObject({ reason: 'connect', sent: 'nothing' });
    expect(resultOf(refused, now)).toMatchObject({ reason: 'forbidden-address', sent: 'nothing', outage: true });
  });
  it('is no failure of the partner where we cut', () =>
    expect(resultOf(failed('cut', 'maybe'), now)).toEqual({ kind: 'cut', sent: 'maybe' }));
});

describe('a permit is closed', () => {
  const attempt = '0199f3a0-0000-7000-8000-0000000000ff';
  it.each<[string, SafeOutcome, object]>([
    ['as answered with its status', answered(503), { outcome: 'answered', status: 503 }],
    ['as cut where the socket was reset', failed('timeout', 'maybe'), { outcome: 'cut' }],
    ['as not sent where nothing was written', failed('connect', 'nothing'), { outcome: 'notSent' }],
    ['as not sent where our own rules held it back', refused, { outcome: 'notSent' }],
  ])('%s', (_name, outcome, closure) => expect(closureOf(attempt, outcome)).toEqual({ attempt, ...closure }));
});
