import fc from 'fast-check';

import { searchArea } from './search-area.js';

describe('a search area', () => {
  it('around Rennes has a box of the circle', () => {
    const area = searchArea(48.11, -1.68, 30);
    expect(area.north - area.south).toBeCloseTo(0.5396, 3);
    expect(area.east - area.west).toBeCloseTo(0.808, 2);
  });

  it('never leaves a part of the circle outside its box', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -80, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        (lat, radius, bearing) => {
          const area = searchArea(lat, 2, radius);
          const point = destination(lat, 2, radius * 0.999, bearing);
          return (
            point.lat >= area.south - 0.02 &&
            point.lat <= area.north + 0.02 &&
            point.lon >= area.west - 0.2 &&
            point.lon <= area.east + 0.2
          );
        },
      ),
    ));
});

function destination(lat: number, lon: number, km: number, bearing: number): { lat: number; lon: number } {
  const rad = Math.PI / 180;
  const d = km / 6371;
  const lat2 = Math.asin(Math.sin(lat * rad) * Math.cos(d) + Math.cos(lat * rad) * Math.sin(d) * Math.cos(bearing));
  const y = Math.sin(bearing) * Math.sin(d) * Math.cos(lat * rad);
  const lon2 = lon * rad + Math.atan2(y, Math.cos(d) - Math.sin(lat * rad) * Math.sin(lat2));
  return { lat: lat2 / rad, lon: lon2 / rad };
}
