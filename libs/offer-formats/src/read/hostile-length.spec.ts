import { csvSources, csvOffer } from './csv-offer.js';
import type { CsvColumn } from './csv-columns.js';

const row = (cells: Partial<Record<CsvColumn, string>>) => {
  const header = (column: CsvColumn) => column;
  return csvOffer({ cell: (column) => cells[column], header, sourceOf: csvSources(header) });
};
const many = 60_000;
const spaces = `1${' '.repeat(many)}x`;

/** A cell may be as long as a record: none may cost time by the square of its length. */
describe('a cell that is as long as may be', () =>
  it.each<[column: CsvColumn, text: string]>([
    ['competences', spaces],
    ['heures_hebdo', spaces],
    ['metier', spaces],
    ['ville', '('.repeat(many)],
    ['ville', `${','.repeat(many)}\nx`],
  ])('costs little: %s', (column, text) => {
    const began = performance.now();
    expect(row({ reference: 'A', code_postal: '35000', [column]: text }).value).toMatchObject({ reference: 'A' });
    expect(performance.now() - began).toBeLessThan(1_000);
  }));
