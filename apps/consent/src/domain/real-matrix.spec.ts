import { bakery, clausesOf, rowsOf, yes } from '../../test/rule-table.js';
import { allowedPartners, type PartnerFacts } from './allowed-partners.js';

const portals: readonly PartnerFacts[] = [
  { partner: 'widget', category: 'public', conditions: [], materialTerms: 0, receives: true },
  { partner: 'region', category: 'public', conditions: ['oneClick'], materialTerms: 0, receives: true },
  { partner: 'state', category: 'public', conditions: [], materialTerms: 0, receives: true },
  { partner: 'private', category: 'private', conditions: [], materialTerms: 0, receives: true },
];

/** What real sources answered when they were asked where their ads may appear, as docs/agreements.md has it. */
describe('the answers of real portals', () => {
  const rows = rowsOf('the-matrix');
  it('are all there', () => expect(rows.length).toBeGreaterThanOrEqual(13));
  it.each(rows.map(([said = '', clauses = '', at = '', ...cells]) => ({ said, clauses, at, cells })))(
    '$said',
    ({ clauses, at, cells }) => {
      const answers = allowedPartners(bakery, clausesOf(clauses), portals, new Date(at));
      expect(answers.map(({ allowed }) => allowed)).toEqual(cells.slice(0, portals.length).map(yes));
    },
  );
});
