import { digestOf, searchPosition } from './search-position.js';
import { searchQuery } from './search-query.js';

const digest = (query: object) => digestOf(searchQuery.parse(query));
const id = '01a10000-0000-7000-8000-000000000001';
const at = '2026-11-15T12:00:00.123456Z';

describe('the digest of a query', () => {
  it('is the same for the same search, however its values are written and however much of it is told', () => {
    expect(digest({ contract: 'CDI,CDD', q: 'a' })).toBe(digest({ q: 'a', contract: ['CDI', 'CDD'] }));
    expect(digest({ q: 'a', limit: '5', facets: 'contract', highlights: 'true', countTo: '9', cursor: 'x' })).toBe(
      digest({ q: 'a' }),
    );
  });

  it.each([{ q: 'b' }, { q: 'a', contract: 'CDI' }, { q: 'a', sort: 'date' }, {}])('differs for %j', (query) =>
    expect(digest(query)).not.toBe(digest({ q: 'a' })),
  );
});

describe('a place in a search', () => {
  it.each([[['tier', 'abcdefgh', 0, 1, at, id]], [['km', 'abcdefgh', 3, 12.3, at, id]]])('%j', (position) =>
    expect(searchPosition.safeParse(position).success).toBe(true),
  );

  it.each([
    [['tier', 'abcdefgh', 0, 0, at, id]],
    [['tier', 'abcdefgh', 0, 1.5, at, id]],
    [['tier', 'abcdefgh', 0, 1, 'infinity', id]],
    [['tier', 'abcdefgh', 0, 1, at, 'x']],
    [['tier', 'abcdefgh', 0, 1, at, id, 1]],
    [['km', 'abcdefgh', 0, -1, at, id]],
    [['km', 'abcdefgh', 0, null, at, id]],
    [['far', 'abcdefgh', 0, 1, at, id]],
    [{ tier: 1 }],
    [null],
  ])('%j is none', (position) => expect(searchPosition.safeParse(position).success).toBe(false));
});
