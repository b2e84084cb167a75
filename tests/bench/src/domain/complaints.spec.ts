import { complaints } from './complaints.js';

const fine = { refused: { count: 0, first: [] }, lost: 0, twice: 0 };

describe('complaints', () => {
  it('are none where all went well', () => expect(complaints(fine)).toEqual([]));
  it('say how many offers were refused, and why', () =>
    expect(complaints({ ...fine, refused: { count: 3, first: ['429 slow down', '503 away'] } })).toEqual([
      '3 offers were not accepted: 429 slow down · 503 away',
    ]));
  it('name each kind', () => expect(complaints({ ...fine, lost: 2, twice: 1 })).toHaveLength(2));
});
