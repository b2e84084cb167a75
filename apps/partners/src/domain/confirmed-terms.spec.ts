import { confirmTerms, termsState } from './confirmed-terms.js';

const published = [
  { version: 1, material: false, confirmed: true },
  { version: 2, material: true, confirmed: false },
  { version: 3, material: false, confirmed: false },
];
const confirmed = (version: number, material: boolean, inForce = { version: 1, material: 0 }) =>
  confirmTerms(inForce, published, { version, material });

describe('terms that the operator confirms', () => {
  it('ask again where the partner says so, whatever the operator finds', () =>
    expect(confirmed(2, false)).toEqual({ version: 2, material: 2 }));
  it('ask again where only the operator says so', () =>
    expect(confirmed(3, true, { version: 2, material: 0 })).toEqual({ version: 3, material: 3 }));
  it('ask again for a material change that was passed over', () =>
    expect(confirmed(3, false)).toEqual({ version: 3, material: 3 }));
  it('ask nobody where neither says so, and what was asked before stays asked', () =>
    expect(confirmed(3, false, { version: 2, material: 2 })).toEqual({ version: 3, material: 2 }));
  it.each([0, 1, 4])('are none that is in force, older or unknown: %i', (version) =>
    expect(confirmed(version, true)).toBeUndefined(),
  );
  it('stand where they stand', () =>
    expect(
      [
        { version: 1, confirmed: true },
        { version: 2, confirmed: false },
        { version: 3, confirmed: true },
        { version: 4, confirmed: false },
      ].map((one) => termsState(one, 3)),
    ).toEqual(['superseded', 'passedOver', 'inForce', 'published']));
});
