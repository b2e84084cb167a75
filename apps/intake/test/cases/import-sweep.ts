import { Readable } from 'node:stream';

import { importView, type ImportReceipt } from '../../src/import/receipt.js';
import { fileOf, upload } from '../bulk-client.js';
import { intake } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';

const example = (name: string): string => fileOf(`examples/import/${name}`).toString('utf8');

/** What no field of any form should be, as text. */
const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'a NUL': 'a\u0000b',
  'controls of direction': '\u202eregnaluoB\u202c \u2066x\u2069',
  'control characters': 'a\u0007\u001bb',
  '300,000 characters': 'x'.repeat(300_000),
  '20,000 characters': 'é'.repeat(20_000),
  'a great number': '1e400',
  'a number beyond all integers': '99999999999999999999999',
  'a number beyond 31 bits': '2147483648',
  'minus nothing': '-0',
  'no number': 'NaN',
  'no end': 'Infinity',
  'a day that is none': '0000-00-00',
  'a day in February': '2026-02-30',
  'a year of the far future': '9999999-01-01',
  'a word of no list': 'zzz-unknown',
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'a formula': '=HYPERLINK("http://evil.example";"x")',
  'a command': "@SUM(1+1)*cmd|' /C calc'!A0",
  markup: '<script>alert(1)</script>',
  'references to no character': '&#0;&#xD800;&#x110000;&#x1FFFFF;&amp;#0;',
  'an entity of its own': '&xxe;',
  'an address of no web': 'javascript:alert(1)',
  'a line separator': 'a\u2028b\u0085c',
  'emoji and marks': '👩‍👩‍👧‍👦' + 'e\u0301'.repeat(50),
};
/** As they stand in JSON, where they are no texts. */
const literals: Readonly<Record<string, string>> = {
  'an escaped NUL': '"a\\u0000b"',
  'half a character': '"\\ud800"',
  'the other half': '"\\udc00x"',
  'a great number': '1e400',
  'minus nothing': '-0',
  'no number': 'NaN',
  'a number beyond 31 bits': '2147483648',
  'a number beyond 63 bits': '9223372036854775808',
  'a fraction': '0.30000000000000004',
  'yes or no': 'true',
  null: 'null',
  'an empty object': '{}',
  'a list of lists': `${'['.repeat(30)}${']'.repeat(30)}`,
  'many levels': `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  'a prototype': '{"__proto__":{"polluted":true}}',
  'a constructor': '{"constructor":{"prototype":{"polluted":true}}}',
  'a key twice': '{"a":1,"a":2}',
};
const HERE = 'HERE-IT-STANDS';
const REFERENCE = 'REFERENCE-OF-IT';

/** Every place of a value where a text, a number or a word stands, as the JSON around it. */
function* holes(value: unknown, around: (inner: string) => string = (inner) => inner): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield around(JSON.stringify(HERE));
    return;
  }
  const entries: [string, unknown][] = Object.entries(value);
  for (const [at, item] of entries) {
    const others = (inner: string) =>
      Array.isArray(value)
        ? `[${entries.map(([key, one]) => (key === at ? inner : JSON.stringify(one))).join(',')}]`
        : `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${key === at ? inner : JSON.stringify(one)}`).join(',')}}`;
    yield* holes(item, (inner) => around(others(inner)));
  }
}
const jsonRecords = (value: unknown): string[] =>
  [...holes(value)].flatMap((hole) =>
    [...Object.values(texts).map((text) => JSON.stringify(text)), ...Object.values(literals)].map((literal) =>
      hole.replace(JSON.stringify(HERE), () => literal),
    ),
  );

/** A row of a table, each of its cells in turn being each text. */
function rows(header: string, row: readonly string[], delimiter: string): string[] {
  const quoted = (cell: string) =>
    /["\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return header
    .split(delimiter)
    .flatMap((_name, at) =>
      Object.values(texts).map((text) =>
        row.map((cell, column) => quoted(column === at ? text : cell)).join(delimiter),
      ),
    );
}

const csvHeader = example('offers.csv').split('\n')[0] ?? '';
const csvRow = [
  ...[REFERENCE, 'Boulanger (H/F)', 'Vous préparez et cuisez pains et viennoiseries.', 'D1102', '00010001600013'],
  ...['Fournil', '10.71C', '35000', 'Rennes', 'CDI', '', '', '', '35', 'oui', '2150', '2400', 'mois', 'S', '1', 'an'],
  ...['1', 'recrutement@fournil.example'],
];
const [ftHeader = '', ftRow = ''] = example('offers.france-travail.txt').split('\n');
const openingText =
  /<PositionOpening [\s\S]*<\/PositionOpening>/.exec(example('offers.hr-xml.xml'))?.[0].replaceAll('\n', ' ') ?? '';
const leaf = />([^<>]+)<\/(\w+)>/g;
const xmlRecords = (): string[] =>
  [...openingText.replace(/<!\[CDATA\[|\]\]>|<\/?p>/g, '').matchAll(leaf)]
    .filter(([, text = '']) => text.trim() !== '')
    .flatMap(([whole, , name]) =>
      [
        ...Object.values(texts),
        ...Object.values(texts).map((text) => `<![CDATA[${text}]]>`),
        '<a>'.repeat(100) + '</a>'.repeat(100),
        `<a ${Array.from({ length: 5_000 }, (_, n) => `b${n}="c"`).join(' ')}/>`,
        '<__proto__ constructor="x" __proto__="y"/>',
        '<!ENTITY x "y">',
      ].map((text) => openingText.replace(whole, () => `>${text}</${name}>`)),
    );
const posting: unknown = JSON.parse(example('offers.jsonld'))['@graph'][0];

interface Sweep {
  readonly name: string;
  readonly type: string;
  readonly records: readonly string[];
  readonly file: (records: readonly string[]) => string;
  /** One that is right, so that too many are not wrong in a row. */
  readonly good: string;
}
/** Of as many values as there are, each is met, in some of the fields: their number has no divisor in common with these. */
const everyNth = (records: readonly string[], n: number) => records.filter((_record, at) => at % n === 0);
const good = JSON.stringify(sampleDraft({ reference: 'SWEEP-GOOD' }));
const ndjson = jsonRecords(sampleDraft({ reference: REFERENCE }));
const goodRow = csvRow.with(0, 'SWEEP-GOOD').join(';');
const sweeps: readonly Sweep[] = [
  { name: 'NDJSON', type: 'application/x-ndjson', records: ndjson, file: (all) => all.join('\n'), good },
  {
    name: 'a JSON array',
    type: 'application/json',
    records: everyNth(ndjson, 5),
    file: (all) => `[${all.join(',\n')}]`,
    good,
  },
  {
    name: 'JSON-LD',
    type: 'application/ld+json',
    records: everyNth(jsonRecords(posting), 3),
    file: (all) => `{"@graph":[${all.join(',\n')}]}`,
    good: JSON.stringify(posting),
  },
  {
    name: 'CSV',
    type: 'text/csv',
    records: rows(csvHeader, csvRow, ';'),
    file: (all) => `${csvHeader}\n${all.join('\n')}\n`,
    good: goodRow,
  },
  {
    name: 'France Travail’s file',
    type: 'text/vnd.francetravail.offres+csv',
    records: rows(ftHeader, ftRow.split('|'), '|'),
    file: (all) => `${ftHeader}\n${all.join('\n')}\n`,
    good: ftRow,
  },
  {
    name: 'HR-XML',
    type: 'application/xml',
    records: xmlRecords(),
    file: (all) => `<l>\n${all.join('\n')}\n</l>`,
    good: openingText,
  },
];

/** In so many pieces that each is far from a thousand wrong ones. */
const PIECE = 300;

async function imported(type: string, body: string): Promise<{ receipts: ImportReceipt[]; importId: string }> {
  const sent = await upload(Readable.from([Buffer.from(body)], { objectMode: false }), { 'content-type': type });
  return { receipts: await sent.all(), importId: sent.importId };
}

describe('hostile values in every field', () => {
  it.each(sweeps)(
    'of $name: each record is taken or refused with a sentence, and the next is read',
    async ({ type, records, file, good: right }) => {
      for (let from = 0; from < records.length; from += PIECE) {
        const some = records.slice(from, from + PIECE);
        const { receipts, importId } = await imported(type, file([...some, right]));
        const view = await intake().bakery.read(`/v1/imports/${importId}?limit=1`, importView);
        expect(view).toMatchObject({ state: 'complete' });
        expect(view.endedEarly).toBeUndefined();
        expect(receipts.length).toBe(some.length + 1);
        expect(receipts.at(-1)).toMatchObject({ status: expect.stringMatching(/^(created|revised|unchanged)$/) });
        for (const { status, findings } of receipts) {
          if (status !== 'refused') continue;
          expect(findings.length).toBeGreaterThan(0);
          for (const { rule, pointer, source = '', message, remedy } of findings) {
            expect([message.fr, message.en, remedy.fr, remedy.en].every((text) => text.length > 5)).toBe(true);
            expect(`${rule} ${pointer || source}`).toMatch(whatAndWhere);
          }
        }
        expect(/(?<!\\)\\(u0000|ud[89a-f])|x{400}/.exec(JSON.stringify(receipts))?.input).toBeUndefined();
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
    120_000,
  );
});

/** A field, or what of the record as a whole is wrong; never that the checks let through what cannot be stored. */
const whatAndWhere =
  /^(?!INPUT-CANNOT)(\S+ \S.*|INPUT-(NUL-CHARACTER|PAYLOAD-TOO-LARGE|NOT-JSON|NOT-XML|TOO-DEEP|LONE-SURROGATE|NOT-A-JOB-POSTING|NOT-AN-OFFER|STATE-FORBIDS|STRAY-QUOTE) )/;

describe('a file that is strange as a whole', () => {
  const row = (reference: string) => csvRow.with(0, reference).join(';');
  const bombs = Array.from({ length: 20 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};">`).join('');
  it.each<[name: string, type: string, body: string | Buffer, expected: RegExp]>([
    ['title lines', 'text/csv', `Offres\n"de; la"\n\n${csvHeader}\n${row('T')}`, /^created$/],
    [
      'line ends of all kinds',
      'text/csv',
      `${csvHeader}\r\n${row('E1')}\r${row('E2')}\n${row('E3')}\r\n`,
      /^created,created,created$/,
    ],
    ['two byte order marks', 'application/x-ndjson', `\ufeff\ufeff${good}`, /^refused$/],
    ['a mark in the middle', 'application/x-ndjson', `${good}\n\ufeff${good}\n${good}`, /^\w+,refused,\w+$/],
    ['a column __proto__', 'text/csv', `${csvHeader};__proto__\n${row('P')};x`, /^refused$/],
    ['a column constructor', 'text/csv', `${csvHeader};constructor\n${row('P')};x`, /^refused$/],
    ['own columns of such names', 'text/csv', `${csvHeader};x___proto__\n${row('P1')};x`, /^created$/],
    [
      'Latin-1 said to be UTF-8',
      'text/csv; charset=utf-8',
      Buffer.from(`${csvHeader}\n${row('L')}é\n`, 'latin1'),
      /^refused$/,
    ],
    [
      'UTF-16 halves',
      'text/csv; charset=utf-16le',
      Buffer.from(`${csvHeader}\n${row('U\ud800')}\n${row('U2')}\n`, 'utf16le'),
      /^refused,created$/,
    ],
    [
      'surrogates in UTF-8',
      'text/csv',
      Buffer.concat([
        Buffer.from(`${csvHeader}\n`),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from(`${row('S')}\n${row('S2')}\n`),
      ]),
      /^refused,created$/,
    ],
    [
      'entities that multiply',
      'application/xml',
      `<!DOCTYPE l [<!ENTITY e0 "ha">${bombs}]><l>${openingText}</l>`,
      /^refused$/,
    ],
    [
      'a document type behind a record',
      'application/xml',
      `<l>${openingText}<!DOCTYPE l SYSTEM "file:///etc/passwd">${openingText}</l>`,
      /^\w+,refused$/,
    ],
    ['elements without end', 'application/xml', `<l>${'<a>'.repeat(50_000)}${openingText}`, /^\w+,refused$/],
    [
      'attributes without end',
      'application/xml',
      `<l ${'a="b" '.repeat(50_000)}>${openingText}</l>`,
      /^\w+(,refused)?$/,
    ],
    ['brackets without end', 'application/json', '['.repeat(100_000), /^refused$/],
  ])('has a receipt that says so: %s', async (_name, type, body, expected) => {
    const sent = await upload(Readable.from([Buffer.from(body)], { objectMode: false }), { 'content-type': type });
    const receipts = await sent.all();
    expect(receipts.map(({ status }) => status).join(',')).toMatch(expected);
    for (const { status, findings } of receipts) expect(status !== 'refused' || findings.length > 0).toBe(true);
  });
});
