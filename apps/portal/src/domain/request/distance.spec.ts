import { communeByCode } from '@accord/reference-data/communes';

import { discsAround, kmBetween, kmFrom } from './distance.js';

const rennes = communeByCode('35238') ?? fail();
function fail(): never {
  throw new Error('a commune is missing');
}
const at = (...workplaces: object[]) => ({ workplaces });

describe('distance', () => {
  it('between Paris and Lyon is some 392 km', () =>
    expect(kmBetween({ lat: 48.8566, lon: 2.3522 }, { lat: 45.764, lon: 4.8357 })).toBeCloseTo(391.5, 0));

  it('is none in the commune itself, in a city whatever the arrondissement', () => {
    expect(kmFrom(rennes, at({ communeInsee: '35238', lat: 48.2, lon: -1.6 }))).toBe(0);
    expect(kmFrom(communeByCode('75056') ?? fail(), at({ communeInsee: '75111' }))).toBe(0);
  });

  it('is taken to the nearest workplace, by its coordinates or its commune, to 100 m', () => {
    const [nantes, cesson] = [{ communeInsee: '44109' }, { communeInsee: '35051' }];
    expect(kmFrom(rennes, at(nantes, cesson))).toBe(kmFrom(rennes, at(cesson)));
    expect(kmFrom(rennes, at(nantes))).toBeGreaterThan(90);
    expect(String(kmFrom(rennes, at(cesson)))).toMatch(/^\d+(\.\d)?$/);
  });

  it('is not known where a place is not', () => expect(kmFrom(rennes, at({ communeInsee: '98735' }))).toBeUndefined());

  it('is looked for in circles that grow to the last', () => {
    const radii = (radius: number) => discsAround({ lat: 48, lon: 2 }, radius).map((disc) => disc.radius);
    expect(radii(50)).toEqual([4, 8, 16, 32, 50]);
    expect(radii(3)).toEqual([3]);
  });
});
