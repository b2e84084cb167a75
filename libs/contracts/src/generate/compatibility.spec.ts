import { z } from 'zod';

import { breakingChanges } from './compatibility.js';
import { jsonSchemas } from './json-schemas.js';

const json = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'output' });
const base = z.object({
  id: z.string().max(10),
  state: z.enum(['a', 'b']),
  list: z.array(z.object({ n: z.number() })),
  option: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('x'), n: z.number() }),
    z.object({ kind: z.literal('y') }),
  ]),
});
const after = (change: z.ZodRawShape) => breakingChanges(json(base), json(base.extend(change)));

describe('backward compatibility', () => {
  it('sees nothing in the same schema', () => expect(after({})).toEqual([]));
  it('allows a new optional field', () => expect(after({ more: z.string().optional() })).toEqual([]));
  it('allows a wider enum', () => expect(after({ state: z.enum(['a', 'b', 'c']) })).toEqual([]));
  it('allows a wider bound', () => expect(after({ id: z.string().max(20) })).toEqual([]));

  it.each<[string, z.ZodRawShape, string]>([
    ['a new required field', { more: z.string() }, '/more: is now required'],
    ['a narrowed enum', { state: z.enum(['a']) }, '/state: value "b" removed'],
    ['another type', { id: z.number() }, '/id: type "string" became "number"'],
    ['a narrower bound', { id: z.string().max(5) }, '/id: maxLength 10 became 5'],
    ['a removed field in a list', { list: z.array(z.object({})) }, '/list/*/n: field removed'],
    [
      'a removed option',
      { option: z.discriminatedUnion('kind', [z.object({ kind: z.literal('x'), n: z.number() })]) },
      '/option: option object kind="y" removed',
    ],
  ])('fails on %s', (_what, change, expected) => expect(after(change)).toContain(expected));

  it('fails on a removed field', () => {
    expect(breakingChanges(json(base), json(base.omit({ id: true })))).toEqual(['/id: field removed']);
  });

  it('finds every contract compatible with itself, and none with an empty one', () => {
    for (const [name, schema] of jsonSchemas()) {
      expect([name, breakingChanges(schema, schema)]).toEqual([name, []]);
      if ('properties' in schema) expect(breakingChanges(schema, { ...schema, properties: {} })).not.toEqual([]);
    }
  });
});
