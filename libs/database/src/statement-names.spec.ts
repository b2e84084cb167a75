import { keptPlan, StatementNames } from './statement-names.js';

describe('the name of a statement', () => {
  const sql = 'select $1::int';

  it('is the same for the same text, and another for another', () => {
    const names = new StatementNames();
    expect(names.nameOf(sql, true)).toBe(names.nameOf(sql, true));
    expect(names.nameOf(sql, true)).not.toBe(names.nameOf(`${sql} `, true));
  });
  it('is short enough for PostgreSQL, which cuts names at 63 bytes', () =>
    expect(new StatementNames().nameOf('x'.repeat(10_000), true)?.length).toBeLessThan(40));
  it('is none outside a transaction, unless that is asked for', () => {
    const names = new StatementNames();
    expect(names.nameOf(sql, false)).toBeUndefined();
    expect(names.nameOf(keptPlan(sql), false)).toBeDefined();
  });
  it('is given to so many statements and to no more', () => {
    const names = new StatementNames(2);
    const given = ['a', 'b', 'c'].map((text) => names.nameOf(text, true));
    expect(given).toEqual([expect.any(String), expect.any(String), undefined]);
    expect(names.nameOf('a', true)).toBe(given[0]);
  });
  it('is a new one once plans are to be forgotten', () => {
    const names = new StatementNames();
    const before = names.nameOf(sql, true);
    names.forget();
    expect(names.nameOf(sql, true)).not.toBe(before);
  });
});
