import { ExpiringCache } from './expiring-cache.js';

describe('an expiring cache', () => {
  let now = 0;
  const cacheOf = () => new ExpiringCache<number>({ most: 2, ttlMs: 100 }, () => now);
  beforeEach(() => (now = 0));

  it('keeps a value for its time, however often it is asked for', () => {
    const cache = cacheOf();
    cache.set('a', 1);
    now = 99;
    expect(cache.get('a')).toBe(1);
    now = 100;
    expect(cache.get('a')).toBeUndefined();
  });
  it('drops what was not used for longest', () => {
    const cache = cacheOf();
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });
  it('keeps a value that says there is nothing', () => {
    const cache = new ExpiringCache<number | null>({ most: 2, ttlMs: 100 }, () => now);
    cache.set('a', null);
    expect(cache.get('a')).toBeNull();
  });
});
