import { csvRecords } from './readers/csv.js';
import { hrXmlRecords } from './readers/hr-xml.js';
import { ndjsonRecords } from './readers/ndjson.js';
import type { ReadRecords } from './formats.js';
import { recordFrom } from './record.js';
import { sampleDraft } from '../../test/sample-draft.js';
import { recordsOf, sourceOf } from '../../test/source-of.js';

/** What jsonb refuses, as JSON writes it: one of them in a receipt would fail its whole batch. */
const unstorable = /\\u0000|\\ud[89a-f]/;
const half = 'a'.repeat(254);

describe('what is said of a record that is refused can be stored', () =>
  it.each<[name: string, read: ReadRecords, text: string]>([
    ['a reference that is cut inside a character', ndjsonRecords, `{"reference":"${half}😀"}`],
    ['a key that is cut inside a character', ndjsonRecords, `{"reference":"A","${half.slice(0, 198)}😀":1}`],
    ['a column with a NUL in its name', csvRecords, 'reference;intitule;a\u0000b\nA;B;C\n'],
    ['a column that is cut inside a character', csvRecords, `reference;intitule;${half.slice(0, 59)}😀\nA;B;C\n`],
    [
      'a reference of a form of its own',
      hrXmlRecords,
      `<PositionOpening><DocumentID>${half}😀</DocumentID></PositionOpening>`,
    ],
  ])('%s', async (_name, read, text) => {
    const records = (await recordsOf(read, sourceOf(text))).map(recordFrom);
    expect(records).toEqual([expect.objectContaining({ kind: 'unreadable' })]);
    expect(JSON.stringify(records)).not.toMatch(unstorable);
  }));

describe('a record’s reference is the one that is stored', () =>
  it.each([
    ['two  spaces', 'two spaces'],
    ['\u202eturned\u202c', 'turned'],
    ['R&amp;D 7', 'R&D 7'],
  ])('%p', (reference, stored) => {
    for (const value of [sampleDraft({ reference }), { reference, remove: true }]) {
      expect(recordFrom({ line: 1, value }, 1)).toMatchObject({ reference: stored });
    }
  }));
