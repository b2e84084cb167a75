import fc from 'fast-check';

import { SortedTable } from './sorted-table.js';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
const tableOf = (rows: readonly (readonly string[])[]): SortedTable =>
  new SortedTable(
    Buffer.from(
      rows
        .map((row) => row.join('\t'))
        .sort(byBytes)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  );

const key = fc.string({ unit: fc.constantFrom(...'0129ABZ'), minLength: 1, maxLength: 6 });
const value = fc.string({ unit: fc.constantFrom(...'aéœ 1'), maxLength: 8 });

describe('a sorted table', () => {
  it('finds every row by its key, and nothing by another', () =>
    fc.assert(
      fc.property(fc.uniqueArray(key, { minLength: 1 }), fc.array(key), value, (keys, asked, label) => {
        const table = tableOf(keys.map((each) => [each, `${label}${each}`]));
        for (const each of keys) expect(table.find(each)).toEqual([each, `${label}${each}`]);
        for (const each of asked) expect(table.has(each)).toBe(keys.includes(each));
        expect([...table.rows()].map((row) => row[0] ?? '').toSorted(byBytes)).toEqual(keys.toSorted(byBytes));
      }),
    ));

  it('tells a key from one that begins like it', () => {
    const table = tableOf([
      ['100', 'a'],
      ['1001', 'b'],
    ]);
    expect(table.find('100')?.[1]).toBe('a');
    expect(table.find('1001')?.[1]).toBe('b');
    expect(table.find('10')).toBeUndefined();
    expect(table.find('10011')).toBeUndefined();
  });

  it('takes no separator for a part of a key', () => {
    const table = tableOf([['75056', 'Paris', '75']]);
    expect(table.find('75056\tParis')).toBeUndefined();
    expect(table.find('')).toBeUndefined();
  });

  it('is empty without rows', () => {
    const table = new SortedTable(Buffer.alloc(0));
    expect(table.size).toBe(0);
    expect(table.find('1')).toBeUndefined();
  });

  it('reads a last line without its end', () => {
    const table = new SortedTable(Buffer.from('1\ta\n2\tb'));
    expect([...table.rows()]).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ]);
  });
});
