import { type PartnerFacts, whatTakesAway } from './registration.js';

const before: PartnerFacts = { category: 'public', status: 'active', conditions: ['oneClick'], roles: ['outlet'] };
const changed = (change: Partial<PartnerFacts>) => whatTakesAway(before, { ...before, ...change });

describe('a change of a partner may take something away', () => {
  it.each<[string, Partial<PartnerFacts>, ReturnType<typeof whatTakesAway>]>([
    ['nothing', {}, undefined],
    ['another category', { category: 'private' }, 'partner-changed'],
    ['a condition weakened', { conditions: [] }, 'partner-changed'],
    ['a condition more', { conditions: ['oneClick', 'noAccount'] }, undefined],
    ['suspended', { status: 'suspended' }, 'partner-changed'],
    ['closed', { status: 'closed' }, 'partner-changed'],
    ['no longer an outlet', { roles: ['source'] }, 'partner-changed'],
    ['first terms, nothing asked', { terms: { version: 1, material: 0 } }, undefined],
    ['terms that ask again', { terms: { version: 2, material: 2 } }, 'terms-changed'],
    ['both', { category: 'private', terms: { version: 2, material: 2 } }, 'partner-changed'],
    ['a source too', { roles: ['outlet', 'source'] }, undefined],
  ])('%s', (_what, change, expected) => expect(changed(change)).toBe(expected));

  it('but not one that brings it back', () =>
    expect(whatTakesAway({ ...before, status: 'suspended' }, before)).toBeUndefined());
});
