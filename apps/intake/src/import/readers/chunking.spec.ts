import fc from 'fast-check';

import { fileOf } from '../../../test/bulk-client.js';
import { charactersLookedAt } from '../../../test/work.js';
import type { RawRecord } from '../raw-record.js';
import { BrokenInput } from '../broken-input.js';
import type { ReadRecords } from '../formats.js';
import { csvRecords } from './csv.js';
import { franceTravailRecords } from './france-travail.js';
import { hrXmlRecords } from './hr-xml.js';
import { jsonArrayRecords } from './json-array.js';
import { jsonLdRecords } from './json-ld.js';
import { MAX_RECORD } from './max-record.js';
import { ndjsonRecords } from './ndjson.js';
import { SourceText } from './source-text.js';

interface Form {
  readonly file: string;
  readonly read: ReadRecords;
  /** Pieces that texts of this form are made of, right and wrong. */
  readonly pieces: readonly string[];
  readonly head?: string;
  /** Texts that go on and on, each of which was once read again with every chunk. */
  readonly endless: Readonly<Record<string, (length: number) => string>>;
}

const times = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length));
const json = {
  file: 'offers.json',
  pieces: ['{"a":1}', '[', ']', '{', '}', ',', '\n', '"', '\\', '"@graph":', ' ', 'x', 'é', '{"@graph":[', ':'],
  endless: {
    'a text': (length: number) => `[{"a":"${times('x')(length)}"}]`,
    'escapes and lists': (length: number) => `[{"a":[${times('"\\n",[1,{}],')(length)}1]}]`,
    blanks: (length: number) => `[${times(' \n')(length)}{"a":1}]`,
  },
} as const;
const delimited = (delimiter: string, header: string) => ({
  head: header,
  pieces: ['A', delimiter, '"', '""', '\n', ' ', '\n\n', `A${delimiter}B\n`, `"A"${delimiter}"B"\n`, 'é', '\r'],
  endless: {
    'a cell': (length: number) => `${header}A${delimiter}${times('x')(length)}\n`,
    'a row of cells': (length: number) => `${header}A${delimiter}${times(`x${delimiter}`)(length)}\n`,
    'a cell of lines': (length: number) => `${header}A${delimiter}"${times('x\n')(length)}"\n`,
    'doubled quotes': (length: number) => `${header}A${delimiter}"${times('""')(length)}"\n`,
    'rows of which each opens a quote': (length: number) => `${header}${times(`a"${delimiter}"b\n`)(length)}"z\n`,
    'such rows, with good ones between': (length: number) =>
      `${header}${times(`a"${delimiter}"b\n`.repeat(1_000) + `A${delimiter}B\n`)(length)}`,
    'empty lines in a quote that is never closed': (length: number) => `${header}"${times('\n')(length)}`,
    'a header that does not end': (length: number) => `"${times('\n""')(length)}`,
    'a header of one cell': times('x'),
    'no header, but empty lines': times('\n'),
  },
});

const forms: Readonly<Record<string, Form>> = {
  NDJSON: { ...json, file: 'offers.ndjson', read: ndjsonRecords },
  'a JSON array': { ...json, head: '[', read: jsonArrayRecords },
  'JSON-LD': { ...json, file: 'offers.jsonld', read: jsonLdRecords },
  CSV: { file: 'offers.csv', read: csvRecords, ...delimited(';', 'reference;intitule\n') },
  'France Travail’s file': {
    file: 'offers.france-travail.txt',
    read: franceTravailRecords,
    ...delimited('|', 'Par_ref_offre|Description\n'),
  },
  'HR-XML': {
    file: 'offers.hr-xml.xml',
    read: hrXmlRecords,
    pieces: [
      ...['<PositionOpening>', '</PositionOpening>', '<PositionOpening/>', '<a b=">">', '</a>', '<a/>', '<', '>', '"'],
      ...["'", '<!--', '-->', '-', '<![CDATA[', ']]>', ']', '<?', '?>', '<!', '<!DOC', 'TYPE', '/', '\n', 'é', '&#0;'],
    ],
    endless: {
      'an element': (length) => `<l><PositionOpening><a>${times('x')(length)}</a></PositionOpening></l>`,
      elements: (length) => `<l><PositionOpening>${times('<a/>')(length)}</PositionOpening></l>`,
      'a tag': (length) => `<l><PositionOpening><a b="${times('x')(length)}"/></PositionOpening></l>`,
      'a tag of attributes': (length) => `<l><PositionOpening ${times('a=">" ')(length)}/></l>`,
      'a comment': (length) => `<l><!--${times('-> ')(length)}--></l>`,
      'CDATA in a record': (length) => `<l><PositionOpening><![CDATA[${times(']] >')(length)}]]></PositionOpening></l>`,
      'declarations of nothing': (length) => `<l>${times('<!')(length)}</l>`,
      'elements outside': (length) => `<l>${times('<a></a>')(length)}</l>`,
      'openings that are not closed': (length) => `<l>${times('<PositionOpening>')(length)}</l>`,
    },
  },
};
const named = Object.entries(forms).map(([name, form]) => ({ name, ...form }));

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, n = 0; at < bytes.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** What comes of a text: its records, and why reading ended where it did. */
async function outcome(read: ReadRecords, text: string | Buffer, sizes: readonly number[]): Promise<unknown[]> {
  const found: unknown[] = [];
  const told = (record: RawRecord) => {
    if (!('read' in record)) return record;
    const { value, errors, notes } = record.read;
    return { line: record.line, value, errors, notes };
  };
  try {
    for await (const record of read(new SourceText(cut(Buffer.from(text), sizes), 'utf-8'))) found.push(told(record));
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    found.push(`${error.code} ${error.line}`);
  }
  return found;
}

const whole = [100_000_000];

describe.each(named)('$name, wherever its chunks end', ({ file, read, pieces, head = '', endless }) => {
  it('gives the records of its example', async () => {
    const bytes = fileOf(`examples/import/${file}`);
    const expected = await outcome(read, bytes, whole);
    expect(expected.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }), async (sizes) =>
        expect(await outcome(read, bytes, sizes)).toEqual(expected),
      ),
      { numRuns: 25 },
    );
    expect(await outcome(read, bytes, [1])).toEqual(expected);
  });

  it('gives the same records and errors of a text of chance', () =>
    fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        async (withHead, parts, sizes) => {
          const text = (withHead ? head : '') + parts.join('');
          expect(await outcome(read, text, sizes)).toEqual(await outcome(read, text, whole));
        },
      ),
      { numRuns: 400 },
    ));

  it.each(Object.entries(endless))(
    'says the same of one that is too long: %s',
    async (_name, text) => {
      const long = text(MAX_RECORD + 20_000);
      const expected = await outcome(read, long, whole);
      for (const size of [4_096, 65_537]) expect(await outcome(read, long, [size])).toEqual(expected);
    },
    30_000,
  );

  it.each(
    Object.entries(endless).map(([what, text], at) => {
      const kb = at === 0 ? 100 : 40;
      return { what: `${kb} kB of ${what}`, text: text(kb * 1_000) };
    }),
  )(
    'looks at no character of $what often, byte by byte',
    async ({ text }) => {
      const one = async () => {
        for await (const _record of read(new SourceText(cut(Buffer.from(text), [1]), 'utf-8'))) continue;
      };
      const work = await charactersLookedAt(() =>
        one().catch((error: unknown) => expect(error).toBeInstanceOf(BrokenInput)),
      );
      expect(work).toBeLessThan(60 * text.length);
    },
    120_000,
  );
});
