import { readdirSync } from 'node:fs';

import { SortedTable, lazyTable } from './sorted-table.js';

const names = readdirSync(new URL('../data/', import.meta.url))
  .filter((file) => file.endsWith('.tsv.gz'))
  .map((file) => file.replace('.tsv.gz', ''));

describe('the tables', () => {
  it('are all read in far less than a second', () => {
    const began = performance.now();
    const tables = names.map((name) => lazyTable(name)());
    const ms = Math.round(performance.now() - began);
    process.stdout.write(`reference data: ${names.length} tables in ${ms} ms\n`);
    expect(tables.every((table) => table instanceof SortedTable && table.size > 10)).toBe(true);
    expect(names).toHaveLength(14);
  });
});
