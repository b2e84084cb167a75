import { now, readRuleTable } from '../../test/rule-table.js';
import { type Clause, clauseStanding } from './clause.js';

const [, row] = readRuleTable();
const base = row?.clauses[0];
if (base === undefined) throw new Error('the table is empty');
const at = (ms: number) => new Date(now.getTime() + ms);
const standing = (change: Partial<Clause>) => clauseStanding({ ...base, begun: false, ...change }, now);

describe('a clause', () => {
  it('counts from its first instant on', () => {
    expect(standing({ from: at(0) })).toBe('inForce');
    expect(standing({ from: at(1) })).toBe('notYet');
  });
  it('counts until its last instant, which is excluded', () => {
    expect(standing({ until: at(1) })).toBe('inForce');
    expect(standing({ until: at(0) })).toBe('over');
  });
  it('that has begun has begun, whatever the clock says now', () =>
    expect(standing({ from: at(1), begun: true })).toBe('inForce'));
  it('that lapsed stays lapsed, whatever the clock says now', () =>
    expect(standing({ until: at(1), ended: 'lapsed' })).toBe('lapsed'));
  it('that allows waits for its proof; one that refuses does not', () => {
    expect(standing({ pendingProof: true })).toBe('pendingProof');
    expect(standing({ pendingProof: true, effect: 'refuse' })).toBe('inForce');
  });
});
