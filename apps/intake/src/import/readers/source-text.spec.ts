import fc from 'fast-check';

import { sourceOf } from '../../../test/source-of.js';
import type { SourceText } from './source-text.js';

async function textOf(source: SourceText): Promise<string> {
  let text = '';
  for await (const piece of source) text += piece;
  return text;
}
const utf16 = (text: string, mark = true) => Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('a body’s text', () => {
  it.each<[string, Buffer, string | undefined]>([
    ['UTF-8', Buffer.from('été œuf 👩‍🍳'), undefined],
    ['UTF-8 with its mark', Buffer.from('\ufeffété œuf 👩‍🍳'), undefined],
    ['UTF-8 with its mark, said to be Latin-1', Buffer.from('\ufeffété œuf 👩‍🍳'), 'iso-8859-1'],
    ['UTF-16, little end first', utf16('été œuf 👩‍🍳'), undefined],
    ['UTF-16, big end first', Buffer.from(utf16('été œuf 👩‍🍳')).swap16(), undefined],
  ])('in %s', async (_name, bytes, charset) => {
    for (const size of [1, 2, 3, 1_000]) {
      const said = charset === undefined ? undefined : ('windows-1252' as const);
      expect(await textOf(sourceOf(bytes, size, said))).toBe('été œuf 👩‍🍳');
    }
  });

  it.each([
    ['UTF-16 without a mark', utf16('[{"a":1}]', false), undefined, '[{"a":1}]'],
    ['Latin-1 that is said', latin1('caf\u00e9 \u0080'), 'windows-1252', 'café €'],
    ['Latin-9 that is said', latin1('\u00a4'), 'iso-8859-15', '€'],
    ['an XML declaration', latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'), undefined, /<a>é<\/a>$/],
    ['a declaration against what is said', Buffer.from('<?xml version="1.0" encoding="latin1"?>é'), 'utf-8', /é$/],
    ['nothing at all', Buffer.alloc(0), undefined, ''],
  ] as const)('is known by %s', async (_name, bytes, charset, text) => {
    for (const size of [1, 7, 1_000]) expect(await textOf(sourceOf(bytes, size, charset))).toMatch(text);
  });

  it('has one kind of line end, wherever chunks are cut', async () => {
    for (const size of [1, 2, 3, 100]) {
      const source = sourceOf('a\r\nb\rc\n\r\nd\r', size);
      expect(await textOf(source)).toBe('a\nb\nc\n\nd\n');
      expect(source.line).toBe(6);
    }
  });

  it('tells where bytes stand that are not of its encoding', async () => {
    for (const size of [1, 4, 1_000]) {
      const source = sourceOf(Buffer.concat([Buffer.from('é\r\n'), latin1('ab\u00e9c\n'), Buffer.from('é\n')]), size);
      expect(await textOf(source)).toBe('é\nab\ufffdc\né\n');
      expect(source.badByteIn(0, 2)).toBeUndefined();
      expect(source.badByteIn(2, 7)).toEqual({ offset: 6, byte: 0xe9 });
      expect(source.badByteIn(7, 9)).toBeUndefined();
    }
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['what is beyond Unicode', [0xf5, 0x80, 0x80, 0x80]],
    ['a character that ends too early', [0xe2, 0x82]],
  ])('in UTF-8 has no %s', async (_name, bytes) => {
    const source = sourceOf(Buffer.concat([Buffer.from('a'), Buffer.from(bytes), Buffer.from('\n')]), 1);
    expect(await textOf(source)).toMatch(/^a\ufffd+\n$/);
    expect(source.badByteIn(1, 2)).toEqual({ offset: 1, byte: bytes[0] });
  });

  it.each([
    ['gzip that is not said', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), 'compressed'],
    ['an unknown encoding', Buffer.from('<?xml version="1.0" encoding="EBCDIC-FR"?><a/>'), 'unknown-encoding'],
  ])('cannot be %s', async (_name, bytes, code) => {
    await expect(textOf(sourceOf(bytes))).rejects.toMatchObject({ code });
  });

  it('keeps few unreadable bytes, however many come', async () => {
    const bytes = Buffer.alloc(4_000_000, Buffer.from([0xff, 0x61]));
    const source = sourceOf(bytes, 65_536, 'utf-8');
    let kept = 0;
    for await (const piece of source) {
      expect(piece.length).toBeGreaterThan(0);
      kept = Math.max(kept, source.unreadable);
    }
    expect(kept).toBeLessThan(200_000);
    expect(source.badByteIn(3_999_998, 4_000_000)).toEqual({ offset: 3_999_998, byte: 0xff });
  });

  it('does not depend on where chunks end', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (bytes, size) => {
        const whole = sourceOf(Buffer.from(bytes), 1_000, 'utf-8');
        const cut = sourceOf(Buffer.from(bytes), size, 'utf-8');
        fc.pre(!(bytes[0] === 0x1f && bytes[1] === 0x8b));
        const text = await textOf(whole);
        expect(await textOf(cut)).toBe(text);
        for (let at = 0; at < text.length; at += 1) {
          expect(cut.badByteIn(at, at + 1)).toEqual(whole.badByteIn(at, at + 1));
        }
        expect(cut.line).toBe(whole.line);
      }),
      { numRuns: 300 },
    ));
});
