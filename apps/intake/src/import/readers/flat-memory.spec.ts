import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { fileOf } from '../../../test/bulk-client.js';
import type { ReadRecords } from '../formats.js';
import { recordFrom } from '../record.js';
import { csvRecords } from './csv.js';
import { franceTravailRecords } from './france-travail.js';
import { hrXmlRecords } from './hr-xml.js';
import { jsonArrayRecords } from './json-array.js';
import { jsonLdRecords } from './json-ld.js';
import { ndjsonRecords } from './ndjson.js';
import { SourceText } from './source-text.js';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
const heapMb = (): number => {
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed / 1_048_576;
};

/** The example of a form, with one of its records many times over. */
interface Shape {
  readonly file: string;
  readonly read: ReadRecords;
  /** What stands around the record, and between one and the next. */
  readonly parts: (text: string) => {
    readonly head: string;
    readonly record: string;
    readonly between: string;
    readonly tail: string;
  };
}
const lines = (text: string) => text.trimEnd().split('\n');
const shapes: Readonly<Record<string, Shape>> = {
  NDJSON: {
    file: 'offers.ndjson',
    read: ndjsonRecords,
    parts: (text) => ({ head: '', record: lines(text)[0] ?? '', between: '\n', tail: '\n' }),
  },
  'a JSON array': {
    file: 'offers.json',
    read: jsonArrayRecords,
    parts: (text) => ({
      head: '[',
      record: JSON.stringify(JSON.parse(text)[0], undefined, 2),
      between: ',\n',
      tail: ']',
    }),
  },
  CSV: {
    file: 'offers.csv',
    read: csvRecords,
    parts: (text) => ({
      head: `${lines(text)[0]}\n`,
      record: lines(text).slice(1, 3).join('\n'),
      between: '\n',
      tail: '\n',
    }),
  },
  'France Travail’s file': {
    file: 'offers.france-travail.txt',
    read: franceTravailRecords,
    parts: (text) => ({ head: `${lines(text)[0]}\n`, record: lines(text)[1] ?? '', between: '\n', tail: '\n' }),
  },
  'HR-XML': {
    file: 'offers.hr-xml.xml',
    read: hrXmlRecords,
    parts: (text) => {
      const [record = ''] = /<PositionOpening [\s\S]*<\/PositionOpening>/.exec(text) ?? [];
      return { head: '<PositionOpenings>', record, between: '\n', tail: '</PositionOpenings>' };
    },
  },
  'JSON-LD': {
    file: 'offers.jsonld',
    read: jsonLdRecords,
    parts: (text) => ({
      head: '{"@graph":[',
      record: JSON.stringify(JSON.parse(text)['@graph'][0]),
      between: ',',
      tail: ']}',
    }),
  },
};
/** CSV is read to the full; what differs between forms shows sooner. */
const recordsOf = (name: string): number => (name === 'CSV' ? 100_000 : 3_000);
/** As a connection gives them. */
const CHUNK = 65_536;

describe('many records', () => {
  it.each(Object.keys(shapes))(
    'as %s are read and mapped in flat memory',
    async (name) => {
      const shape = shapes[name];
      if (shape === undefined) throw new Error(name);
      const { head, record, between, tail } = shape.parts(fileOf(`examples/import/${shape.file}`).toString('utf8'));
      const records = recordsOf(name);
      let sent = 0;
      async function* body(): AsyncGenerator<Buffer> {
        let text = head;
        for (let n = 0; n < records; n += 1) {
          text += n === 0 ? record : between + record;
          if (text.length < CHUNK) continue;
          sent += text.length;
          yield Buffer.from(text);
          text = '';
        }
        yield Buffer.from(text + tail);
      }
      const heaps: number[] = [];
      let count = 0;
      let offers = 0;
      let ahead = 0;
      for await (const raw of shape.read(new SourceText(body()))) {
        if (recordFrom(raw, (count += 1)).kind === 'offer') offers += 1;
        // What was asked for, but for the records that were read.
        ahead = Math.max(ahead, sent - count * (record.length + between.length));
        if (count % (records / 5) === 0) heaps.push(heapMb());
      }
      expect(offers).toBe(records);
      expect(ahead).toBeLessThan(3 * CHUNK);
      const [early = 0, ...later] = heaps;
      expect(Math.max(...later) - early).toBeLessThan(4);
    },
    120_000,
  );
});

describe('many lines', () => {
  it.each<[string, string, ReadRecords, string, number]>([
    ['1000000 empty ones, as NDJSON', '{}', ndjsonRecords, '\n', 1],
    ['1000000 empty ones, as CSV', 'reference;intitule\nA;B', csvRecords, '\n', 2],
    ['200000 in one cell after another, as CSV', 'reference;intitule', csvRecords, '\nA;"\n\n\n\n\n\n\n\n\n"', 2],
    ['200000 as HR-XML', '<l>\n<PositionOpening/>', hrXmlRecords, '\n<a></a>', 2],
  ])(
    '%s are counted, and none is kept',
    async (name, head, read, filler, first) => {
      const before = heapMb();
      const lines = Number.parseInt(name, 10);
      const newlines = filler.split('\n').length - 1;
      async function* body(): AsyncGenerator<Buffer> {
        yield Buffer.from(head);
        for (let n = 0; n < lines / newlines / 1_000; n += 1) yield Buffer.from(filler.repeat(1_000));
        if (read === hrXmlRecords) yield Buffer.from('</l>');
      }
      const source = new SourceText(body());
      const places: number[] = [];
      for await (const { line } of read(source)) {
        if (places.length < 3) places.push(line);
      }
      expect(places[0]).toBe(first);
      expect(source.line).toBeGreaterThan(lines);
      expect(heapMb() - before).toBeLessThan(8);
    },
    60_000,
  );
});
