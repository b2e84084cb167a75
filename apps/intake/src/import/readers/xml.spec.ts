import fc from 'fast-check';

import { recordsOf, sourceOf, told } from '../../../test/source-of.js';
import { hrXmlRecords } from './hr-xml.js';
import { XmlRecords } from './xml-records.js';
import { xmlElement } from './xml-tree.js';

const opening = (id: string, more = '') =>
  `<PositionOpening><DocumentID>${id}</DocumentID><PositionProfile>${more}</PositionProfile></PositionOpening>`;
const read = (text: string | Buffer, size?: number) => recordsOf(hrXmlRecords, sourceOf(text, size));
const references = async (text: string, size?: number) =>
  (await read(text, size)).map((record) => ('read' in record ? record.read.value['reference'] : undefined));

describe('HR-XML', () => {
  it.each([
    ['one opening', `<?xml version="1.0"?>\n${opening('A')}\n`, ['A'], [2]],
    ['a list', `<List>\n${opening('A')}\n${opening('B')}</List>`, ['A', 'B'], [2, 3]],
    [
      'a SOAP envelope with prefixes',
      `<s:Envelope xmlns:s="x"><s:Body>\n<m:PositionOpening xmlns:m="y"><m:DocumentID>A</m:DocumentID></m:PositionOpening></s:Body></s:Envelope>`,
      ['A'],
      [2],
    ],
    [
      'comments, CDATA and instructions that look like openings',
      `<l><!-- <PositionOpening> > --><?x <PositionOpening>?>\n${opening('A', '<PositionTitle><![CDATA[</PositionOpening>]]></PositionTitle>')}</l>`,
      ['A'],
      [2],
    ],
    ['an attribute that holds a bracket', `<l a="x > y" b='<'>${opening('A')}</l>`, ['A'], [1]],
  ])('comes as %s', async (_name, text, expected, lines) => {
    for (const size of [1, 5, 1_000]) {
      expect(await references(text, size)).toEqual(expected);
      expect((await read(text, size)).map(({ line }) => line)).toEqual(lines);
    }
  });

  it.each([
    ['an element that is not closed', '<PositionOpening><a></PositionOpening>', 'not-xml'],
    ['an opening that is not closed', '<PositionOpening><a></a>', 'not-xml'],
    ['an entity of its own', '<PositionOpening>&xxe;</PositionOpening>', 'not-xml'],
    ['a character that is none', '<PositionOpening>&#0;</PositionOpening>', 'not-xml'],
    ['200 levels', `<PositionOpening>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</PositionOpening>`, 'too-deep'],
    ['5 MB of text', opening('x', `<a>${'x'.repeat(5_000_000)}</a>`), 'payload-too-large'],
    ['5 MB of CDATA', opening('x', `<![CDATA[${'>'.repeat(5_000_000)}]]>`), 'payload-too-large'],
    ['a tag of 5 MB', opening('x', `<a b="${'x'.repeat(5_000_000)}"/>`), 'payload-too-large'],
    ['5 MB of elements', opening('x', '<a/>'.repeat(1_250_000)), 'payload-too-large'],
    ['a comment of 5 MB', opening('x', `<!--${'x'.repeat(5_000_000)}-->`), 'payload-too-large'],
  ])('refuses a record with %s and goes on', async (_name, bad, code) => {
    const records = await read(`<l>\n${opening('A')}\n${bad}\n${opening('B')}</l>`);
    expect(told(records)).toEqual(['2', `3 ${code}`, '4']);
  });

  it('says in which line of the document the markup is wrong', async () => {
    const [record] = await read(`<l>\n<PositionOpening>\n<a>\n</b></PositionOpening></l>`);
    expect(JSON.stringify(record)).toContain('(line 4)');
  });

  it('refuses a record that is not UTF-8 alone', async () => {
    const latin = Buffer.from(opening('é'), 'latin1');
    const bytes = Buffer.concat([Buffer.from(`<l>${opening('é')}\n`), latin, Buffer.from(`\n${opening('é')}</l>`)]);
    expect(told(await read(bytes, 7))).toEqual(['1', '2 not-utf8', '3']);
  });

  it.each([
    ['a document type', '<!DOCTYPE l [<!ENTITY a "b">]>\n<l/>', 'dtd-refused', 1],
    [
      'one behind a declaration, in other letters',
      '<?xml version="1.0"?>\n<!doctype l SYSTEM "file:///etc/passwd"><l/>',
      'dtd-refused',
      2,
    ],
    ['no openings', '<jobs><job/></jobs>', 'no-records', 1],
    ['no XML', '{"a":1}', 'not-xml', 1],
    ['nothing', '', 'not-xml', 1],
    ['the end of it missing', `<l>\n${opening('A')}\n`, 'truncated', 3],
    ['the end of a record missing', `<l>\n${opening('A')}\n<PositionOpening><a>`, 'truncated', 3],
    ['a tag that does not end', `<l>\n${opening('A')}\n<a`, 'truncated', 3],
  ])('with %s ends with the reason', async (_name, text, code, line) => {
    for (const size of [1, 1_000]) await expect(read(text, size)).rejects.toMatchObject({ code, line });
  });

  it('keeps nothing of what is not a record', () => {
    const records = new XmlRecords('PositionOpening');
    for (let n = 0; n < 40; n += 1) expect([...records.read('<a>'.repeat(20_000))]).toEqual([]);
    expect(JSON.stringify(records).length).toBeLessThan(100_000);
  });

  it('keeps no more of a record than it may have', () => {
    const records = new XmlRecords('PositionOpening');
    let most = 0;
    for (const piece of ['<PositionOpening><a>', ...Array.from({ length: 100 }, () => 'x'.repeat(65_536))]) {
      expect([...records.read(piece)]).toEqual([]);
      most = Math.max(most, JSON.stringify(records).length);
    }
    expect(most).toBeLessThan(400_000);
    expect([...records.read('</a></PositionOpening>')]).toEqual([
      expect.objectContaining({ text: undefined, line: 1 }),
    ]);
  });

  it('does not depend on where chunks end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            opening('A'),
            opening('B', '<a b=">"/>'),
            '<x>',
            '</x>',
            '<!-- < -->',
            'text\n',
            '<![CDATA[<]]>',
          ),
        ),
        fc.integer({ min: 1, max: 30 }),
        async (parts, size) => {
          const outcome = (read1: Promise<unknown>) => read1.catch((error: unknown) => String(error));
          const text = `<l>${parts.join('')}</l>`;
          expect(await outcome(references(text, size))).toEqual(await outcome(references(text, 10_000)));
        },
      ),
      { numRuns: 100 },
    ));
});

describe('an XML element', () => {
  it('is a tree of names without prefixes, attributes and texts', () => {
    const element = xmlElement('<a:x b:k="1 &amp; 2">t<y/>&lt;<![CDATA[<z>]]>&#233;</a:x>');
    expect(element).toMatchObject({ name: 'x', text: 't<<z>é', children: [{ name: 'y', text: '', children: [] }] });
    expect([...element.attributes]).toEqual([['k', '1 & 2']]);
  });
});
