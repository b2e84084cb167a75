import fc from 'fast-check';

import { recordsOf, sourceOf, told } from '../../../test/source-of.js';
import type { RawRecord } from '../raw-record.js';
import { csvRecords } from './csv.js';
import { CsvRows } from './csv-rows.js';
import { franceTravailRecords } from './france-travail.js';

const read = (text: string | Buffer, size?: number) => recordsOf(csvRecords, sourceOf(text, size));
const titles = (records: readonly RawRecord[]) =>
  records.map((record) => ('read' in record ? record.read.value['title'] : undefined));
const notes = (record: RawRecord | undefined) =>
  record !== undefined && 'read' in record ? record.read.notes.map(({ code }) => code) : [];

describe('CSV', () => {
  it.each([
    ['semicolons', 'reference;intitule\nA;Boulanger\nB;Vendeur\n', [2, 3]],
    ['commas', 'reference,intitule\nA,Boulanger\nB,Vendeur', [2, 3]],
    ['tabs', 'reference\tintitule\nA\tBoulanger\nB\tVendeur\n', [2, 3]],
    ['carriage returns', 'reference;intitule\r\nA;Boulanger\r\nB;Vendeur\r\n', [2, 3]],
    ['returns alone', 'reference;intitule\rA;Boulanger\rB;Vendeur\r', [2, 3]],
    ['line ends of all kinds', 'reference;intitule\r\nA;Boulanger\nB;Vendeur\r', [2, 3]],
    ['empty rows, which count', '\n\nreference;intitule\n\nA;Boulanger\n;\n  ;  \nB;Vendeur\n\n', [5, 8]],
    ['a byte order mark', '\ufeffreference;intitule\nA;Boulanger\nB;Vendeur', [2, 3]],
    ['headers in other words', 'Réf;INTITULÉ\nA;Boulanger\nB;Vendeur', [2, 3]],
    ['columns of somebody’s own', 'reference;x_interne;intitule;\nA;1;Boulanger;\nB;2;Vendeur;', [2, 3]],
    ['quotes', '"reference";"intitule"\n"A";"Boulanger"\n"B" ;"Vendeur"', [2, 3]],
    ['cells beyond the header that are empty', 'reference;intitule\nA;Boulanger;;\nB;Vendeur', [2, 3]],
  ])('with %s', async (_name, text, lines) => {
    for (const size of [1, 3, 1_000]) {
      const records = await read(text, size);
      expect(records.map(({ line }) => line)).toEqual(lines);
      expect(titles(records)).toEqual(['Boulanger', 'Vendeur']);
    }
  });

  it('holds line ends, delimiters and quotes in quoted cells', async () => {
    const text = 'reference;intitule\nA;"Boulanger;\r\n\r\n""dit"" le bon"\nB;5" de trop\n';
    for (const size of [1, 4, 1_000]) {
      const records = await read(text, size);
      expect(titles(records)).toEqual(['Boulanger;\n\n"dit" le bon', '5" de trop']);
      expect(records.map(({ line }) => line)).toEqual([2, 5]);
    }
  });

  it('may have a title on top, and says that it was not read', async () => {
    const records = await read(
      'Offres de septembre; "à relire"\n\nExporté le 3\nreference;intitule\nA;Boulanger\nB;Vendeur',
    );
    expect(records.map(({ line }) => line)).toEqual([5, 6]);
    expect(notes(records[0])).toContain('title-lines-skipped');
    expect(notes(records[1])).not.toContain('title-lines-skipped');
  });

  it('gives a row before the next one comes', async () => {
    async function* slow(): AsyncGenerator<Buffer> {
      yield Buffer.from('reference;intitule\nA;Boulanger\n');
      await new Promise(() => undefined);
    }
    const { SourceText } = await import('./source-text.js');
    const first = await csvRecords(new SourceText(slow())).next();
    expect(first.value).toMatchObject({ line: 2 });
  });

  it.each([
    ['a name that is a slip', 'reference;intitule;anonim\nA;B;oui', ['1 unknown-column'], 'anonyme'],
    ['a name that means nothing', 'reference;intitule;salade\nA;B;oui', ['1 unknown-column'], 'x_'],
    ['a column twice', 'reference;intitule;titre\nA;B;C', ['1 double-column'], ''],
    ['no reference', 'intitule;siret\nA;B', ['1 missing-column'], ''],
  ])('with %s is refused at its header', async (_name, text, expected, remedy) => {
    const records = await read(text);
    expect(told(records)).toEqual(expected);
    expect(JSON.stringify(records)).toContain(remedy);
  });

  it('whose header is in another encoding says that', async () => {
    expect(told(await read(Buffer.from('r\u00e9f;intitul\u00e9\nA;B', 'latin1')))).toEqual(['1 not-utf8']);
  });

  it.each([
    ['rows alone', 'A;B;C\n'],
    ['lines of words', 'x\n'.repeat(30)],
    ['nothing', ''],
    ['blank lines', '\n'.repeat(200_000)],
  ])('of %s, without any header, is refused', async (_name, text) => {
    expect(told(await read(text))).toEqual(['1 no-header']);
  });

  it.each([
    ['too few cells', 'A\nB;Vendeur', ['2 wrong-number-of-cells', '3']],
    ['too many cells', 'A;Boulanger;et plus\nB;Vendeur', ['2 wrong-number-of-cells', '3']],
    ['a stray quote', 'A;"Boul"anger\nB;Vendeur', ['2 stray-quote', '3']],
    ['a quote that another row closes', 'A;"Boulanger\nB;"Vendeur"\nC;Livreur', ['2 stray-quote', '3', '4']],
    ['a quote that nothing closes', 'A;"Boulanger\nB;Vendeur\nC;Livreur', ['2 unclosed-quote', '3', '4']],
    ['a NUL', 'A;Boul\u0000anger\nB;Vendeur', ['2 nul-character', '3']],
    ['5 MB in a cell', `A;${'x'.repeat(5_000_000)}\nB;Vendeur`, ['2 payload-too-large', '3']],
    ['5 MB in quotes', `A;"${'x "";\n'.repeat(1_000_000)}"\nB;Vendeur`, ['2 payload-too-large', '1000003']],
    ['5 MB, and cells behind them', `"${'x'.repeat(5_000_000)}";Boulanger\nB;Vendeur`, ['2 payload-too-large', '3']],
  ])('refuses a row with %s and goes on', async (_name, rows, expected) => {
    for (const size of [65_536, 300_000])
      expect(told(await read(`reference;intitule\n${rows}`, size))).toEqual(expected);
  });

  it('refuses a row that is not UTF-8 alone', async () => {
    const bytes = Buffer.concat([
      Buffer.from('reference;intitule\nA;Pâtissier\n'),
      Buffer.from('B;Pâtissier\n', 'latin1'),
      Buffer.from('C;Pâtissier\n'),
    ]);
    expect(told(await read(bytes, 5))).toEqual(['2', '3 not-utf8', '4']);
    expect(
      titles(
        await recordsOf(csvRecords, sourceOf(Buffer.from('ref;titre\nB;Pâtissier\n', 'latin1'), 5, 'windows-1252')),
      ),
    ).toEqual(['Pâtissier']);
  });

  it('takes time that grows with its length, whatever stands in it', async () => {
    const before = performance.now();
    await read(`reference;intitule\n${';'.repeat(250_000)}\n${'"\n'.repeat(200_000)}${'a;"b\n'.repeat(100_000)}`);
    expect(performance.now() - before).toBeLessThan(5_000);
  }, 30_000);
});

describe('rows', () => {
  const rowsOf = (text: string, size: number) => {
    const rows = new CsvRows(';', 3);
    const found = [];
    for (let at = 0; at < text.length; at += size) found.push(...rows.read(text.slice(at, at + size)));
    return [...found, ...rows.read('', true)];
  };
  const quoted = (cell: string) =>
    /[";\n]/.test(cell) || cell.startsWith(' ') ? `"${cell.replaceAll('"', '""')}"` : cell;

  it('come out as they were written, wherever chunks end', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.stringMatching(/^[ab;"\n ]{0,8}$/), { minLength: 3, maxLength: 3 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 20 }),
        (table, size) => {
          const text = table.map((row) => row.map(quoted).join(';')).join('\n') + '\n';
          const found = rowsOf(table.length === 0 ? '' : text, size);
          expect(found.map((row) => ('cells' in row ? row.cells : row.trouble))).toEqual(table);
        },
      ),
      { numRuns: 500 },
    ));

  it('are told apart the same, whatever they are and wherever chunks end', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[ab;"\n ]{0,60}$/), fc.integer({ min: 1, max: 20 }), (text, size) => {
        const read1 = (by: number) => rowsOf(text, by).map(({ to: _to, ...row }) => row);
        expect(read1(size)).toEqual(read1(1_000));
      }),
      { numRuns: 1_000 },
    ));
});

it('a quote that is never closed costs its own row, however many follow', () => {
  const rows = new CsvRows(';', 2);
  const text = `A;"Boulanger\n${Array.from({ length: 60_000 }, (_, n) => `R-${n};Vendeur`).join('\n')}\n`;
  const found = [];
  for (let at = 0; at < text.length; at += 65_536) found.push(...rows.read(text.slice(at, at + 65_536)));
  expect(found.length).toBe(60_001);
  expect(found.slice(0, 2)).toEqual([
    expect.objectContaining({ line: 1, trouble: 'unclosed-quote' }),
    expect.objectContaining({ line: 2, cells: ['R-0', 'Vendeur'] }),
  ]);
});

it.each(['"', ''])('a row of a CSV that is too long is not kept (%p)', (quote) => {
  const rows = new CsvRows(';', 2);
  let most = 0;
  for (let n = 0; n < 100; n += 1) {
    const found = [...rows.read(n === 0 ? `A;${quote}` : 'x'.repeat(65_536))];
    expect(found.length).toBeLessThanOrEqual(1);
    most = Math.max(most, JSON.stringify(rows).length);
  }
  expect(most).toBeLessThan(400_000);
  expect([...rows.read(`${quote}\nB;C\n`)]).toEqual([expect.objectContaining({ line: 2, cells: ['B', 'C'] })]);
});

it('says of a header of thousands of unknown columns what is wrong with the first', async () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(';');
  const [record, ...others] = await read(`reference;intitule;${names}\nA;B\n`);
  expect(others).toEqual([]);
  expect(record).toMatchObject({ line: 1, problems: { length: 20 } });
});

describe('France Travail’s file', () => {
  it('is a line of names, and a line an offer', async () => {
    const text = 'Par_ref_offre|Libelle_metier_OGR|Description\r\nA|Boulanger|"Un ""bon"" | métier"\r\nB|Vendeur|x\r\n';
    const records = await recordsOf(franceTravailRecords, sourceOf(text, 7));
    expect(titles(records)).toEqual(['Boulanger', 'Vendeur']);
    expect(records.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('with a field that the format has not is refused', async () => {
    const records = await recordsOf(franceTravailRecords, sourceOf('Par_ref_offre|Titre|Description\nA|B|C\n'));
    expect(told(records)).toEqual(['1 unknown-column']);
  });
});
