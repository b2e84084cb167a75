import { Places } from './places.js';

describe('places', () => {
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('are filled again as soon as one is free, whatever ends while more is taken', async () => {
    const ends: (() => void)[] = [];
    const end = () => ends.shift()?.();
    let left = 300;
    let awake = true;
    const places = new Places(
      50,
      async (most) => {
        const count = Math.min(most, left);
        left -= count;
        // To take is to ask the database: meanwhile others end.
        end();
        end();
        await turn();
        return Array.from({ length: count }, () => new Promise<void>((resolve) => ends.push(resolve)));
      },
      () => (awake = true),
    );
    while (awake) {
      awake = false;
      await places.fill();
      end();
      await turn();
    }
    expect(left).toBe(0);
    while (ends.length > 0) end();
    await places.empty();
  });

  it('are no more than they are', async () => {
    const asked: number[] = [];
    const places = new Places(
      3,
      async (most) => {
        asked.push(most);
        return [new Promise<void>(() => undefined)];
      },
      () => undefined,
    );
    for (let n = 0; n < 5; n += 1) await places.fill();
    expect(asked).toEqual([3, 2, 1]);
  });
});
