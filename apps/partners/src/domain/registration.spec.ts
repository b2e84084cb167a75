import { mayTakeAway, type PartnerFacts } from './registration.js';

const before: PartnerFacts = { category: 'public', status: 'active', conditions: ['oneClick'], roles: ['outlet'] };
const changed = (change: Partial<PartnerFacts>) => mayTakeAway(before, { ...before, ...change });

describe('a change of a partner may take something away', () => {
  it.each<[string, Partial<PartnerFacts>, boolean]>([
    ['nothing', {}, false],
    ['another category', { category: 'private' }, true],
    ['a condition weakened', { conditions: [] }, true],
    ['a condition more', { conditions: ['oneClick', 'noAccount'] }, false],
    ['suspended', { status: 'suspended' }, true],
    ['closed', { status: 'closed' }, true],
    ['no longer an outlet', { roles: ['source'] }, true],
    ['a source too', { roles: ['outlet', 'source'] }, false],
  ])('%s', (_what, change, expected) => expect(changed(change)).toBe(expected));

  it('but not one that brings it back', () =>
    expect(mayTakeAway({ ...before, status: 'suspended' }, before)).toBe(false));
});
