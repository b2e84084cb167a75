import { lazy } from './lazy.js';

describe('something made in parts', () => {
  const counting = () => {
    const parts: number[] = [];
    const made = lazy(function* () {
      for (const part of [1, 2, 3]) {
        parts.push(part);
        yield;
      }
      return parts.length;
    });
    return { parts, made };
  };

  it('is made a part at a time, once', () => {
    const { parts, made } = counting();
    expect(parts).toEqual([]);
    expect([made.step(), made.step(), made.step(), made.step(), made.step()]).toEqual([true, true, true, false, false]);
    expect(made.get()).toBe(3);
    expect(parts).toEqual([1, 2, 3]);
  });

  it('is finished by who needs it', () => {
    const { parts, made } = counting();
    made.step();
    expect([made.get(), made.get(), parts.length]).toEqual([3, 3, 3]);
  });
});
