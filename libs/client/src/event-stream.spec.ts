import fc from 'fast-check';

import { linesOf } from './bulk-import.js';
import { eventsOf } from './event-stream.js';

/** The bytes of a text, cut at these places: inside a character too. */
async function* cut(text: string, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    yield bytes.slice(from, end);
    from = end;
  }
}
const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};

describe('lines of bytes', () => {
  it('are the same however the bytes are cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll(/[\r\n]/g, ''))),
        fc.array(fc.nat()),
        async (lines, places) => {
          const text = lines.map((line) => `${line}\n`).join('');
          expect(await all(linesOf(cut(text, places)))).toEqual(lines);
        },
      ),
    ));
  it('end with or without a line end, of either kind', async () =>
    expect(await all(linesOf(cut('a\r\nb', [])))).toEqual(['a', 'b']));
});

describe('server-sent events', () => {
  const read = (text: string, places: number[] = []) => all(eventsOf(cut(text, places)));
  it('are read with id, type and data of several lines', async () =>
    expect(
      await read(': hello\n\nid: 7\nevent: offer.published\ndata: {"a":\ndata: 1}\n\nretry: 50\n\ndata:x\n\n', [9, 30]),
    ).toEqual([
      { id: '7', event: 'offer.published', data: '{"a":\n1}' },
      { retryMs: 50 },
      // An id holds for the events that follow.
      { id: '7', event: 'message', data: 'x' },
    ]));
  it('that the end cuts short are none', async () => expect(await read('data: half\n')).toEqual([]));
  it('with fields that nobody knows are read', async () =>
    expect(await read('colour: red\ndata\nretry: soon\n\n')).toEqual([{ id: '', event: 'message', data: '' }]));
});
