import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Writes rows as the tables that src/sorted-table.ts reads: one line a row, fields between tabs, sorted by the first
 * field in byte order. The same rows always give the same bytes.
 */
export function writeTable(name, rows) {
  const lines = rows.map((fields) => {
    const texts = fields.map((field) => String(field ?? ''));
    if (texts.some((text) => /[\t\n\r]/.test(text)))
      throw new Error(`${name}: a field holds a tab or a line end: ${texts}`);
    return texts.join('\t');
  });
  const keys = new Set(rows.map(([key]) => key));
  if (keys.size !== rows.length) throw new Error(`${name}: a key appears twice`);
  lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const bytes = gzipSync(Buffer.from(`${lines.join('\n')}\n`), { level: 9 });
  writeFileSync(new URL(`../data/${name}.tsv.gz`, import.meta.url), bytes);
  console.log(`${name}: ${rows.length} rows, ${bytes.length} bytes`);
}
