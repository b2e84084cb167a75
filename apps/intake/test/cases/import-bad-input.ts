import { gzipSync } from 'node:zlib';

import { fileOf, imported, outcomes } from '../bulk-client.js';
import { intake } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';

const example = (name: string): string => fileOf(`examples/import/${name}`).toString('utf8');
const json = (reference: string, change: object = {}) => JSON.stringify(sampleDraft({ reference, ...change }));
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const long = 'x'.repeat(5_000_000);

/** The rows of the CSV example under other references. */
const csv = (reference: string, rows: readonly string[] = []) => {
  const text = example('offers.csv').replaceAll('CSV-', `${reference}-`);
  return rows.length === 0 ? text : `${text}${rows.join('\n')}\n`;
};
const opening = (reference: string, more = '') =>
  /<PositionOpening [\s\S]*<\/PositionOpening>/
    .exec(example('offers.hr-xml.xml'))?.[0]
    .replaceAll('\n', ' ')
    .replace('XML-BOUL', reference)
    .replace('<UserArea>', `${more}<UserArea>`) ?? '';
const posting = (reference: string) => {
  const text = /\{\s*"@type": "JobPosting"[\s\S]*\}(?=\s*\]\s*\}\s*$)/.exec(example('offers.jsonld'))?.[0] ?? '';
  return JSON.stringify({ ...JSON.parse(text), identifier: reference });
};

describe('bad input of an import', () => {
  it.each<[name: string, body: string | Buffer, type: string, expected: string[]]>([
    [
      'a record of 5 MB among lines',
      [json('L-1'), json('L-2', { description: long }), json('L-3')].join('\n'),
      'application/x-ndjson',
      ['1 created', '2 payload-too-large', '3 created'],
    ],
    [
      'a record of 5 MB in an array',
      `[${json('A-1')},\n${json('A-2', { description: long })},\n${json('A-3')}]`,
      'application/json',
      ['1 created', '2 payload-too-large', '3 created'],
    ],
    ['a row of 5 MB', csv('C', [`C-LONG;"${long}"`]), 'text/csv', ['2 created', '4 created', '5 payload-too-large']],
    [
      'an opening of 5 MB',
      `<l>\n${opening('X-1')}\n${opening('X-2', `<a>${long}</a>`)}\n${opening('X-3')}</l>`,
      'application/xml',
      ['2 created', '3 payload-too-large', '4 created'],
    ],
    [
      'a posting of 5 MB',
      `${posting('P-1')}\n{"@type":"JobPosting","title":"${long}"}\n${posting('P-3')}\n`,
      'application/ld+json',
      ['1 created', '2 payload-too-large', '3 created'],
    ],
    [
      'Latin-1 said to be UTF-8, among lines',
      Buffer.concat([Buffer.from(`${json('U-1')}\n`), latin1(`${json('U-2')}\n`), Buffer.from(json('U-3'))]),
      'application/x-ndjson; charset=utf-8',
      ['1 created', '2 not-utf8', '3 created'],
    ],
    ['Latin-1 said to be UTF-8, a whole file', latin1(csv('W')), 'text/csv', ['2 not-utf8', '4 not-utf8']],
    [
      'one opening in Latin-1',
      Buffer.concat([
        Buffer.from(`<l>${opening('E-1')}\n`),
        latin1(opening('E-2')),
        Buffer.from(`\n${opening('E-3')}</l>`),
      ]),
      'application/xml',
      ['1 created', '2 not-utf8', '3 created'],
    ],
    [
      'the end of an array missing',
      `[${json('T-1')},\n${json('T-2').slice(0, 200)}`,
      'application/json',
      ['1 created', '2 truncated'],
    ],
    [
      'the end of a document missing',
      `<l>\n${opening('T-3')}\n<PositionOpening>`,
      'application/xml',
      ['2 created', '3 truncated'],
    ],
    [
      'a document type with entities',
      `<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<l>${opening('D-1')}</l>`,
      'application/xml',
      ['2 dtd-refused'],
    ],
    [
      'an entity that reads a file',
      `<l>${opening('Y-1', '<a>&passwd;</a>')}\n${opening('Y-2')}</l>`,
      'application/xml',
      ['1 not-xml', '2 created'],
    ],
    [
      '10,000 levels',
      `<l>${opening('Z-1', '<a>'.repeat(10_000) + '</a>'.repeat(10_000))}\n${opening('Z-2')}</l>`,
      'application/xml',
      ['1 too-deep', '2 created'],
    ],
    ['another XML', '<jobs><job><title>x</title></job></jobs>', 'application/xml', ['1 no-records']],
    ['no XML', 'reference;intitule\n', 'application/xml', ['1 not-xml']],
    ['no list', json('N-1'), 'application/json', ['1 not-a-list']],
    ['a file without columns', 'Bonjour,\nvoici nos offres.\n', 'text/csv', ['1 no-header']],
    [
      'a column that is a slip of another',
      csv('S').replace('contact_email', 'contact_emial'),
      'text/csv',
      ['1 unknown-column'],
    ],
    ['gzip that is not said', gzipSync(csv('G')), 'text/csv', ['1 compressed']],
    [
      'an encoding that is not read',
      '<?xml version="1.0" encoding="UTF-7"?><l/>',
      'application/xml',
      ['1 unknown-encoding'],
    ],
    ['nothing', '', 'text/csv', ['1 no-header']],
    ['nothing, as lines', '', 'application/x-ndjson', []],
    [
      'bytes of chance',
      Buffer.from(Array.from({ length: 3_000 }, (_, n) => (n * 7_919) % 256)),
      'application/json',
      ['1 not-a-list'],
    ],
  ])('%s: its receipt says so, the rest goes on', async (_name, body, type, expected) => {
    const receipts = await imported(body, type);
    expect(outcomes(receipts)).toEqual(expected);
    for (const { status, findings } of receipts) {
      if (status !== 'refused') continue;
      for (const { message, remedy } of findings) {
        expect([message.fr, message.en, remedy.fr, remedy.en].every((text) => text.length > 5)).toBe(true);
      }
    }
    expect(JSON.stringify(receipts)).not.toMatch(/root:|xxxxxxxxxx|aaaaaaaaaaaa/);
  });

  it('in another encoding says at which byte, and what to do', async () => {
    const before = `${json('B-1')}\n`;
    const [, receipt] = await imported(
      Buffer.concat([Buffer.from(before), latin1(`{"title":"é"}\n`)]),
      'application/x-ndjson',
    );
    const { message, remedy } = receipt?.findings[0] ?? {};
    expect(message?.en).toContain(`byte 0xE9 at offset ${Buffer.byteLength(before) + 10}`);
    expect(message?.en).toContain('line 2');
    expect(remedy?.en).toContain('charset=windows-1252');
  });

  it.each<[string, (text: string) => Buffer, string]>([
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`), ''],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), ''],
    ['UTF-16, big end first', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), ''],
    ['Latin-1 that is said', (text) => latin1(text.replaceAll('’', "'")), '; charset=iso-8859-1'],
    ['carriage returns', (text) => Buffer.from(text.replaceAll('\n', '\r\n')), ''],
  ])('that is none: %s says the same as UTF-8', async (_name, encoded, parameter) => {
    for (const [body, type] of [
      [csv('ENC'), 'text/csv'],
      [`[${json('ENC-J')}]`, 'application/json'],
      [opening('ENC-X'), 'application/xml'],
      [posting('ENC-P'), 'application/ld+json'],
    ] as const) {
      await imported(body, type);
      const again = await imported(encoded(body), `${type}${parameter}`);
      expect(again.map(({ status }) => status)).toEqual(again.map(() => 'unchanged'));
      expect(again.length).toBeGreaterThan(0);
    }
  });

  it('that is none: an XML declaration says its encoding', async () => {
    const body = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n${opening('DECL')}`;
    expect(outcomes(await imported(body('UTF-8'), 'application/xml'))).toEqual(['2 created']);
    expect(outcomes(await imported(latin1(body('ISO-8859-1')), 'application/xml'))).toEqual(['2 unchanged']);
  });

  it('is a bomb in gzip: the receipt says so', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(`${csv('BOMB')}\n`), Buffer.alloc(64 * 1_048_576, '\n')]));
    const receipts = await imported(bomb, 'text/csv', { headers: { 'content-encoding': 'gzip' } });
    expect(receipts.at(-1)?.findings[0]?.rule).toBe('INPUT-INFLATES-TOO-FAR');
  });

  it('is gzip that breaks off: what came is done, and a last receipt says so', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => opening(`CUT-${n}`)).join('\n');
    const whole = gzipSync(`<l>\n${rows}\n</l>`, { level: 0 });
    const receipts = await imported(whole.subarray(0, whole.length / 2), 'application/xml', {
      headers: { 'content-encoding': 'gzip' },
    });
    expect(receipts.at(-1)).toMatchObject({ status: 'refused', findings: [{ rule: 'INPUT-TRUNCATED' }] });
    expect(receipts.length).toBeGreaterThan(100);
    expect(receipts.slice(0, -1).every(({ status }) => status === 'created')).toBe(true);
  });

  it('leaves the service as it was', async () => {
    expect((await intake().bakery.get('/v1/offers')).status).toBe(200);
  });
});
