import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { writeTable } from './write-table.mjs';

/** NAF rev. 2: divisions (62), and sub-classes (62.01Z); what lies between is not asked for in an offer. */
export function buildSectors(folder) {
  const rows = JSON.parse(readFileSync(join(folder, 'sectors-contracts/naf_rev2_all_levels.json'), 'utf8'));
  const ofLevel = (pattern) =>
    rows.filter(({ id }) => pattern.test(id)).map(({ id, label }) => [id.replace('.', ''), label]);
  writeTable('sectors', ofLevel(/^\d{2}\.\d{2}[A-Z]$/));
  writeTable('sector-divisions', ofLevel(/^\d{2}$/));
}
