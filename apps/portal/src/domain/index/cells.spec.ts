import fc from 'fast-check';

import { kmBetween } from '../request/distance.js';
import { searchArea } from '../request/search-area.js';
import { cellsOver, cellTerms } from './cells.js';

const point = fc.record({
  lat: fc.double({ min: -60, max: 70, noNaN: true }),
  lon: fc.double({ min: -170, max: 170, noNaN: true }),
});

describe('cells', () => {
  it('cover every point of a circle, and are few', () =>
    fc.assert(
      fc.property(point, fc.double({ min: 0.1, max: 200, noNaN: true }), point, (middle, radius, other) => {
        const cells = cellsOver(searchArea(middle.lat, middle.lon, radius));
        expect(cells.length).toBeLessThanOrEqual(60);
        // A point somewhere in the box, of those the circle holds.
        const inside = {
          lat: middle.lat + ((other.lat % 1) * radius) / 112,
          lon: middle.lon + ((other.lon % 1) * radius) / 112,
        };
        if (kmBetween(middle, inside) > radius) return;
        expect(cellTerms(inside).some((cell) => cells.includes(cell))).toBe(true);
      }),
      { numRuns: 1_000 },
    ));

  it('are finer where the circle is small', () => {
    const level = (radius: number) => cellsOver(searchArea(48.1, -1.7, radius))[0]?.split(':')[1];
    expect([5, 15, 30, 60, 200].map(level)).toEqual(['0', '1', '2', '3', '4']);
  });
});
