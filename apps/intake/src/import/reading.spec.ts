import { BrokenInput } from './broken-input.js';
import type { RawRecord } from './raw-record.js';
import { MOST_LINES, MOST_UNREADABLE_IN_A_ROW, Reading } from './reading.js';

const removal = (line: number): RawRecord => ({ line, value: { reference: `R-${line}`, remove: true } });
const garbage = (line: number): RawRecord => ({ line, value: {} });

async function* raws(count: number, of: (line: number) => RawRecord): AsyncGenerator<RawRecord> {
  for (let line = 1; line <= count; line += 1) yield of(line);
}

async function read(records: AsyncIterable<RawRecord>) {
  const reading = new Reading(records, () => 7);
  let count = 0;
  let last: unknown;
  for await (const record of reading) {
    count += 1;
    last = record;
  }
  return { count, last, endedEarly: reading.endedEarly };
}

describe('an import’s records', () => {
  it('end where too many in a row cannot be read, in the line that is not looked at any more', async () => {
    const { count, last, endedEarly } = await read(raws(1_000_000, garbage));
    expect(count).toBe(MOST_UNREADABLE_IN_A_ROW + 1);
    expect(endedEarly).toMatchObject({ line: MOST_UNREADABLE_IN_A_ROW + 1, rule: 'INPUT-TOO-MANY-UNREADABLE' });
    expect(last).toMatchObject({ line: endedEarly?.line, position: count, findings: [{ rule: endedEarly?.rule }] });
  });

  it.each<[string, number, (line: number) => RawRecord]>([
    ['just as many as may be', MOST_UNREADABLE_IN_A_ROW, garbage],
    ['many, with one between that can be read', 5_000, (line) => (line % 900 === 0 ? removal(line) : garbage(line))],
    ['a million that can', 1_000_000, removal],
  ])('are all read: %s', async (_name, many, of) => {
    expect(await read(raws(many, of))).toMatchObject({ count: many, endedEarly: undefined });
  });

  it('end where a line’s number could not be kept', async () => {
    const { count, last, endedEarly } = await read(raws(3, (at) => removal(MOST_LINES - 2 + at)));
    expect(count).toBe(3);
    expect(last).toMatchObject({ kind: 'unreadable', line: MOST_LINES });
    expect(endedEarly).toMatchObject({ line: MOST_LINES, rule: 'INPUT-TOO-MANY-LINES' });
  });

  it('end where the input breaks', async () => {
    async function* broken(): AsyncGenerator<RawRecord> {
      yield removal(1);
      throw new BrokenInput('truncated', 'the gzip stream ends too early');
    }
    expect(await read(broken())).toMatchObject({ count: 2, endedEarly: { line: 7, rule: 'INPUT-TRUNCATED' } });
  });
});
