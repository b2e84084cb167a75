import { z } from 'zod';

import { fieldErrors, jsonPointer } from './schema-errors.js';

const offer = z.strictObject({
  title: z.string().min(3, 'a title has at least 3 characters'),
  pay: z.strictObject({ from: z.int() }).optional(),
  skills: z.array(z.enum(['a', 'b'])).default([]),
});
const errorsOf = (value: unknown, place?: 'query') => fieldErrors(offer.safeParse(value).error?.issues ?? [], place);

describe('errors of a schema', () => {
  it('name each field by pointer, with a stable code and the schema’s own words', () =>
    expect(errorsOf({ title: 'x', pay: { from: '1' }, skills: ['a', 'c'] })).toEqual([
      { pointer: '/title', code: 'too-small', message: 'a title has at least 3 characters' },
      { pointer: '/pay/from', code: 'wrong-type', message: expect.stringContaining('expected') },
      { pointer: '/skills/1', code: 'not-allowed-value', message: expect.any(String) },
    ]));

  it('name every unknown field, in the body and in the query', () => {
    expect(
      errorsOf({ title: 'abc', pay: { from: 1, x: 1 }, 'a/b': 1 }).map(({ pointer, code }) => `${code} ${pointer}`),
    ).toEqual(['unknown-field /pay/x', 'unknown-field /a~1b']);
    expect(errorsOf({ title: 'abc', page: '2' }, 'query')).toEqual([
      { pointer: '/page', in: 'query', code: 'unknown-parameter', message: expect.stringContaining('remove it') },
    ]);
  });

  it('never repeat the value', () =>
    expect(JSON.stringify(errorsOf({ title: 7, skills: ['CANARY'] }))).not.toContain('CANARY'));

  it('are no more than a reader can use', () =>
    expect(errorsOf({ title: 'abc', skills: Array.from({ length: 500 }, () => 'x') })).toHaveLength(50));
});

it.each([
  [[], ''],
  [['a', 0, 'b'], '/a/0/b'],
  [['a/b', 'm~n'], '/a~1b/m~0n'],
])('the pointer of %j is %s', (path, pointer) => expect(jsonPointer(path)).toBe(pointer));
