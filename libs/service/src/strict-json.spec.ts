import fc from 'fast-check';

import { parseStrictJson, StrictJsonError } from './strict-json.js';

const refusal = (source: string | Uint8Array): { code: string; pointer: string } => {
  try {
    parseStrictJson(source);
  } catch (error) {
    if (error instanceof StrictJsonError) return { code: error.code, pointer: error.pointer };
    throw error;
  }
  return { code: 'accepted', pointer: '' };
};
const nested = (levels: number): string =>
  '[' + '{"a":['.repeat((levels - 1) / 2) + ']}'.repeat((levels - 1) / 2) + ']';

describe('strict JSON', () => {
  it('reads whatever JSON.stringify writes, and reads it as JSON.parse does', () =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.boolean(), (value, spaced) => {
        const text = JSON.stringify(value, null, spaced ? 2 : 0);
        // Only what we refuse on purpose may differ: forbidden keys and numbers beyond exactness.
        const seen = refusal(text);
        if (seen.code === 'accepted') expect(parseStrictJson(text)).toEqual(JSON.parse(text));
        else expect(['forbidden-key', 'number-out-of-range', 'nul-character', 'lone-surrogate']).toContain(seen.code);
      }),
    ));

  it('accepts nothing that JSON.parse refuses', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0123-.eE+ntrufalse\\u \n') }), (text) => {
        if (refusal(text).code === 'accepted') expect(() => JSON.parse(text)).not.toThrow();
      }),
      { numRuns: 2_000 },
    ));

  it('keeps characters outside the basic plane, written as they are or escaped', () => {
    expect(parseStrictJson('"😀 \\ud83d\\ude00 é"')).toBe('😀 😀 é');
  });

  it.each([
    ['a duplicate key', '{"title":"a","place":{"zip":1,"zip":2}}', 'duplicate-key', '/place/zip'],
    ['a duplicate key, once escaped', '{"a":1,"\\u0061":2}', 'duplicate-key', '/a'],
    ['__proto__', '{"x":{"__proto__":{"admin":true}}}', 'forbidden-key', '/x/__proto__'],
    ['constructor', '{"constructor":1}', 'forbidden-key', '/constructor'],
    ['a NUL, escaped', '{"title":"a\\u0000b"}', 'nul-character', '/title'],
    ['a NUL, raw', '{"title":"a\u0000b"}', 'nul-character', '/title'],
    ['a lone high surrogate', '{"title":"\\ud800"}', 'lone-surrogate', '/title'],
    ['a lone low surrogate', '["ok","\\udc00x"]', 'lone-surrogate', '/1'],
    ['a lone surrogate in a key', '{"\\ud800":1}', 'lone-surrogate', ''],
    ['1e400', '{"pay":1e400}', 'number-out-of-range', '/pay'],
    ['an integer that loses digits', '{"pay":9007199254740993}', 'number-out-of-range', '/pay'],
    ['NaN', '{"pay":NaN}', 'not-json', '/pay'],
    ['a trailing comma', '[1,]', 'not-json', '/1'],
    ['a trailing comma in an object', '{"a":1,}', 'not-json', ''],
    ['single quotes', "{'a':1}", 'not-json', ''],
    ['a raw line break in a text', '"a\nb"', 'not-json', ''],
    ['text after the end', '{} x', 'not-json', ''],
    ['an unclosed text', '{"a":"b', 'not-json', '/a'],
    ['an unknown escape', '"\\x41"', 'not-json', ''],
    ['a leading zero', '[01]', 'not-json', ''],
    ['nothing', '', 'not-json', ''],
    ['a comment', '{"a":1/*b*/}', 'not-json', ''],
  ])('refuses %s and names the place', (_what, text, code, pointer) =>
    expect(refusal(text)).toEqual({ code, pointer }),
  );

  it('refuses bytes that are no UTF-8', () => {
    expect(refusal(Uint8Array.of(0x22, 0xc3, 0x28, 0x22)).code).toBe('not-utf8');
    expect(refusal(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)).code).toBe('not-utf8');
  });

  it('allows 32 levels and refuses the 33rd, and 100,000 without running out of stack', () => {
    expect(refusal('['.repeat(32) + ']'.repeat(32)).code).toBe('accepted');
    expect(refusal('['.repeat(33) + ']'.repeat(33)).code).toBe('too-deep');
    expect(refusal(nested(201)).code).toBe('too-deep');
    expect(refusal('['.repeat(100_000)).code).toBe('too-deep');
  });

  it('allows 200 keys an object and refuses the next', () => {
    const object = (keys: number): string =>
      JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, n) => [`k${n}`, n])));
    expect(refusal(object(200)).code).toBe('accepted');
    expect(refusal(object(201))).toEqual({ code: 'too-many-keys', pointer: '/k200' });
  });

  it('leaves no prototype changed', () => {
    refusal('{"__proto__":{"polluted":true}}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('reads the largest body it may get in well under a second', () => {
    const text = JSON.stringify({
      text: '\\"é😀'.repeat(20_000),
      list: Array.from({ length: 5_000 }, (_, n) => ({ n })),
    });
    const started = performance.now();
    parseStrictJson(text);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
