import { searchQuery } from './search-query.js';
import { searchSql } from './search-sql.js';

describe('a search', () => {
  it('takes lists, words and a place', () => {
    expect(
      searchQuery.parse({
        q: ' boulanger ',
        occupation: 'D1102,D1101',
        contract: 'CDI',
        commune: '35238',
        radius: '20',
      }),
    ).toEqual({
      q: 'boulanger',
      occupation: ['D1102', 'D1101'],
      contract: ['CDI'],
      commune: '35238',
      radius: 20,
      limit: 20,
    });
  });

  it.each([
    { occupation: 'boulanger' },
    { commune: '3523' },
    { contract: 'XXX' },
    { limit: '1000' },
    { pay: '12' },
    { q: '' },
  ])('refuses %j', (query) => expect(searchQuery.safeParse(query).success).toBe(false));

  it('puts every value into a parameter, folded where it is words', () => {
    const { text, values } = searchSql({
      query: { q: "Infirmière'; drop table ad; --", limit: 20 },
      after: ['2026-01-01T00:00:00Z', '01890000-0000-7000-8000-000000000001'],
    });
    expect(text).not.toContain('drop');
    expect(values).toContain("infirmiere'; drop table ad; --");
  });
});
