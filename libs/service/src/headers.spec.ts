import {
  assertVersion,
  etagOf,
  idempotencyKey,
  ifMatchVersion,
  optionalIdempotencyKey,
  preferredWaitMs,
} from './headers.js';

const code = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return Reflect.get(Object(error), 'code');
  }
  return 'accepted';
};

describe('If-Match', () => {
  it('gives back the version of an ETag', () => expect(ifMatchVersion(etagOf(12))).toBe(12));
  it('is needed', () => expect(code(() => ifMatchVersion(undefined))).toBe('precondition-required'));
  it.each(['*', 'W/"3"', '3', '"3", "4"', '"x"', '"-1"', ''])('does not understand %s', (header) =>
    expect(code(() => ifMatchVersion(header))).toBe('malformed-header'),
  );
  it('that is stale is refused, and told the current version', () => {
    expect(code(() => assertVersion(3, 3))).toBe('accepted');
    expect(code(() => assertVersion(2, 3))).toBe('precondition-failed');
    expect(() => assertVersion(2, 3)).toThrow('the current one is 3');
  });
});

describe('Idempotency-Key', () => {
  it.each([
    ['abc', 'abc'],
    ['"abc"', 'abc'],
    ['01932b3c-7f3e-7c1a-9d2b-0123456789ab', '01932b3c-7f3e-7c1a-9d2b-0123456789ab'],
  ])('%s is %s', (header, key) => expect(idempotencyKey(header)).toBe(key));
  it('is needed where it is needed, else not', () => {
    expect(code(() => idempotencyKey(undefined))).toBe('idempotency-key-required');
    expect(optionalIdempotencyKey(undefined)).toBeUndefined();
  });
  it.each(['', ' ', 'a b', 'é', 'x'.repeat(201), 'a\u0000b'])('does not understand %j', (header) =>
    expect(code(() => idempotencyKey(header))).toBe('malformed-header'),
  );
});

describe('Prefer: wait', () => {
  it.each([
    [undefined, 3_000],
    ['wait=1', 1_000],
    ['respond-async, wait=2', 2_000],
    ['wait = "2"; x', 2_000],
    ['wait=0', 0],
    ['wait=600', 3_000],
    ['await=1', 3_000],
    ['wait=-1', 3_000],
    ['wait=1e9', 3_000],
  ])('%s waits %d ms of at most 3 s', (header, ms) => expect(preferredWaitMs(header, 3_000)).toBe(ms));
});
