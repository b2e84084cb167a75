import { version as versionOf, validate } from 'uuid';

import { postingIdOf } from './posting-id.js';

const offerId = '0199f3a0-1234-7abc-8def-000000000001';

describe('a posting’s id', () => {
  it('is a UUID of version 7 with the time of the offer’s', () => {
    const id = postingIdOf(offerId, 'emploi-public');
    expect(validate(id)).toBe(true);
    expect(versionOf(id)).toBe(7);
    expect(id.slice(0, 13)).toBe(offerId.slice(0, 13));
  });
  it('is the same after everything else was lost', () => {
    expect(postingIdOf(offerId, 'emploi-public')).toBe(postingIdOf(offerId, 'emploi-public'));
    expect(postingIdOf(offerId.toUpperCase(), 'emploi-public')).toBe(postingIdOf(offerId, 'emploi-public'));
  });
  it('is another for another partner or offer', () => {
    const ids = [
      postingIdOf(offerId, 'emploi-public'),
      postingIdOf(offerId, 'jobs-prive'),
      postingIdOf('0199f3a0-1234-7abc-8def-000000000002', 'emploi-public'),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});
