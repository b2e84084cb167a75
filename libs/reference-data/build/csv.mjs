import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';

/** Rows of a CSV file (gzipped or not) as objects named by its header; quoted fields may hold separators and line ends. */
export function readCsv(path, { separator = ',', skipLines = 0 } = {}) {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const rows = parse(text, {
    bom: true,
    delimiter: separator,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
  });
  const [header, ...others] = rows.slice(skipLines);
  return others
    .filter((row) => row.length === header.length)
    .map((row) => Object.fromEntries(header.map((name, column) => [name, row[column]])));
}
