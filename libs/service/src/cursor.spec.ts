import fc from 'fast-check';
import { z } from 'zod';

import { decodeCursor, encodeCursor, pageOf } from './cursor.js';
import { Problem } from './problem.js';

const position = z.tuple([z.string(), z.int()]);

describe('a cursor', () => {
  it('comes back as it was given', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), (text, number) =>
        expect(decodeCursor(encodeCursor([text, number]), position)).toEqual([text, number]),
      ),
    ));

  it('can stand in a URL as it is', () => expect(encodeCursor(['é?&=/+', 1])).toMatch(/^[\w-]+$/));

  it('that someone made up is refused, whatever it is', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        try {
          decodeCursor(text, position);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
          return;
        }
        expect(encodeCursor(decodeCursor(text, position))).toBeDefined();
      }),
    ));

  it('of another list is refused and named', () => {
    expect(() => decodeCursor(encodeCursor([1, 2]), position)).toThrow(Problem);
    expect(() => decodeCursor(encodeCursor(['a', 1, 2]), position)).toThrow('not a cursor of this list');
  });
});

describe('a page', () => {
  const rows = ['a', 'b', 'c'];
  it('has a next one when there was one row more', () => {
    const page = pageOf(rows, 2, (row) => [row]);
    expect(page.items).toEqual(['a', 'b']);
    expect(decodeCursor(page.next ?? '', z.tuple([z.string()]))).toEqual(['b']);
  });
  it('is the last one otherwise', () => {
    expect(pageOf(rows, 3, (row) => [row])).toEqual({ items: rows });
    expect(pageOf([], 3, () => [])).toEqual({ items: [] });
  });
});
