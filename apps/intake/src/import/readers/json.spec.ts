import fc from 'fast-check';

import { recordsOf, sourceOf, told } from '../../../test/source-of.js';
import type { RawRecord } from '../raw-record.js';
import { jsonArrayRecords, jsonValuesOf } from './json-array.js';
import { jsonLdRecords } from './json-ld.js';
import { JsonValues } from './json-values.js';

const read = (text: string | Buffer, size?: number) => recordsOf(jsonArrayRecords, sourceOf(text, size));
const values = (records: readonly RawRecord[]) => records.map((record) => ('value' in record ? record.value : 'none'));
const long = `{"a":"${'x'.repeat(5_000_000)}"}`;

describe('a JSON array', () => {
  it.each([
    ['in one line', '[{"a":1},{"a":2}]', [1, 1]],
    ['with an item a line', '[\n{"a":1},\n{"a":2}\n]\n', [2, 3]],
    ['written for people', '\n[\n  {\n    "a": [1, {"b": "]},{"}]\n  }\n  ,\n  { "a": 2 }\n]', [3, 7]],
    ['of nothing', ' [ ] ', []],
    ['with a comma too many', '[{"a":1},]', [1]],
    ['with escaped quotes', '[{"a":"\\"},{\\\\"},{"a":2}]', [1, 1]],
  ])('%s gives its items, and the lines they begin in', async (_name, text, lines) => {
    for (const size of [1, 3, 1_000]) {
      const records = await read(text, size);
      expect(records.map(({ line }) => line)).toEqual(lines);
      expect(records.every((record) => 'value' in record)).toBe(true);
    }
  });

  it.each([
    ['broken JSON', '[{"a":},\n{"a":2}]', ['1 not-json', '2']],
    ['a text that is not closed', '[{"a":"x},\n{"a":2}]', ['1 not-json', '2']],
    ['a bracket that is missing', '[{"a":1\n{"a":2}\n,{"a":3}]', ['1 not-json', '2', '3']],
    ['a duplicate key', '[{"a":1,"a":2},{"a":2}]', ['1 duplicate-key', '1']],
    ['200 levels', `[${'['.repeat(200)}${']'.repeat(200)},{"a":2}]`, ['1 too-deep', '1']],
    ['5 MB', `[{"a":1},${long},{"a":3}]`, ['1', '1 payload-too-large', '1']],
    ['no array', '{"offers":[{"a":1}]}', ['1 not-a-list']],
    ['no JSON', 'reference;title\n', ['1 not-a-list']],
  ])('refuses %s and goes on', async (_name, text, expected) => {
    expect(told(await read(text))).toEqual(expected);
  });

  it('refuses an item that is not UTF-8 alone', async () => {
    const bytes = Buffer.concat([
      Buffer.from('[{"a":"é"},'),
      Buffer.from('{"a":"é"}', 'latin1'),
      Buffer.from(',{"a":3}]'),
    ]);
    expect(told(await read(bytes, 5))).toEqual(['1', '1 not-utf8', '1']);
  });

  it.each([['[{"a":1},\n{"a":'], ['[{"a":1}\n,'], ['[{"a":1}\n']])(
    '%p ends too early, and says where',
    async (text) => {
      const records: RawRecord[] = [];
      const all = (async () => {
        for await (const record of jsonArrayRecords(sourceOf(text))) records.push(record);
      })();
      await expect(all).rejects.toMatchObject({ code: 'truncated', line: 2 });
      expect(values(records)).toEqual([{ a: 1 }]);
    },
  );

  it('gives what JSON.parse gives, wherever chunks end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 2),
        async (list, size, indent) => {
          fc.pre(!/__proto__|constructor|prototype|\\u0000|\\ud|\d{16}/.test(JSON.stringify(list)));
          const records = await read(JSON.stringify(list, undefined, indent), size);
          expect(values(records)).toEqual(JSON.parse(JSON.stringify(list)));
        },
      ),
      { numRuns: 100 },
    ));
});

it.each(['[{"a":"', '[{"a":['])('an item of an array that is too long is not kept (%p)', (begin) => {
  const values = new JsonValues(false);
  let most = 0;
  for (const piece of [begin, ...Array.from({ length: 100 }, () => 'x'.repeat(65_536))]) {
    expect([...values.read(piece)]).toEqual([]);
    most = Math.max(most, JSON.stringify(values).length);
  }
  expect(most).toBeLessThan(400_000);
});

describe('JSON-LD', () => {
  const texts = async (text: string, size?: number): Promise<string[]> => {
    const found: string[] = [];
    for await (const { line, text: value } of jsonValuesOf(sourceOf(text, size), true)) found.push(`${line} ${value}`);
    return found;
  };
  it.each([
    ['one', '{"@type":"JobPosting"}', ['1 {"@type":"JobPosting"}']],
    ['one over several lines', '\n{"a":\n1}\n', ['2 {"a":\n1}']],
    ['a list', '[{"a":1},\n{"a":2}]', ['1 {"a":1}', '2 {"a":2}']],
    ['one a line', '{"a":1}\n{"a":2}\n', ['1 {"a":1}', '2 {"a":2}']],
    [
      'a graph',
      '{"@context":"x",\n"@graph": [\n{"a":1},\n{"b":[{"@graph":[1]}]}\n], "z": [1]}\n',
      ['3 {"a":1}', '4 {"b":[{"@graph":[1]}]}\n'],
    ],
    ['a graph of nothing', '{"@graph":[]}', []],
    ['a text that only looks so', '{"x":"@graph","@graph":{"a":[1]}}', ['1 {"x":"@graph","@graph":{"a":[1]}}']],
    [
      'a line that is broken, among lines',
      '{"a":"x\n{"a":2}\n{"a":3\n{"a":4}',
      ['1 {"a":"x\n', '2 {"a":2}', '3 {"a":3\n', '4 {"a":4}'],
    ],
  ])('comes as %s', async (_name, text, expected) => {
    for (const size of [1, 2, 5, 1_000]) expect(await texts(text, size)).toEqual(expected);
  });

  it('refuses a line that is too long, or no JSON, alone', async () => {
    const records = await recordsOf(
      jsonLdRecords,
      sourceOf(`{"@type":"JobPosting"}\n${long}\nx\n{"@type":"JobPosting"}`),
    );
    expect(told(records)).toEqual(['1', '2 payload-too-large', '3 not-json', '4']);
  });

  it('that ends inside its graph says so', async () => {
    await expect(texts('{"@graph":[{"a":1}\n')).rejects.toMatchObject({ code: 'truncated', line: 2 });
    await expect(texts('{"@graph":[{"a":1}]\n')).rejects.toMatchObject({ code: 'truncated', line: 2 });
  });
});

it('keeps no more of a text whose end does not come than it needs', () => {
  const values = new JsonValues(true);
  expect([...values.read('{"')]).toEqual([]);
  for (let n = 0; n < 20; n += 1) expect([...values.read('\\aaaaa'.repeat(10_000))]).toEqual([]);
  expect(JSON.stringify(values).length).toBeLessThan(1_000);
});
