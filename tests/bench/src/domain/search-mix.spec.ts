import { Chance } from '@accord/offer-composer/chance';

import { SearchMix, searchKinds } from './search-mix.js';
import { mistyped } from './typed-words.js';

const errands = (seed: number, count: number) => {
  const mix = new SearchMix(seed);
  return Array.from({ length: count }, () => mix.next());
};

describe('what seekers do', () => {
  it('is the same for the same seed, and different for another', () => {
    expect(errands(1, 50)).toEqual(errands(1, 50));
    expect(errands(1, 50)).not.toEqual(errands(2, 50));
  });

  it('has all kinds, and some that read on', () => {
    const drawn = errands(1, 2_000);
    expect(new Set([...drawn.map(({ kind }) => kind), 'later pages'])).toEqual(new Set(searchKinds));
    expect(drawn.filter(({ laterPages }) => laterPages > 0).length).toBeGreaterThan(10);
  });

  it.each([
    ['words around a commune', ['q', 'commune', 'radius']],
    ['words, department, contract', ['q', 'department', 'contract']],
    ['nearest first', ['q', 'commune', 'sort']],
    ['completion', ['q']],
  ])('%s asks for %j', (kind, names) => {
    const [first] = errands(1, 500).filter((errand) => errand.kind === kind);
    expect([...new URL(first?.path ?? '', 'http://x').searchParams.keys()]).toEqual(names);
  });

  it('mistypes by a letter, and keeps the first', () => {
    const typed = Array.from({ length: 100 }, (_, seed) => mistyped('boulanger', new Chance(seed)));
    expect(typed.every((word) => word.startsWith('b') && word !== 'boulanger')).toBe(true);
    expect(new Set(typed.map(({ length }) => length))).toEqual(new Set([8, 9]));
    expect(mistyped('agent', new Chance(1))).not.toBe('agent');
    expect(mistyped('chef', new Chance(1))).toBe('chef');
  });
});
