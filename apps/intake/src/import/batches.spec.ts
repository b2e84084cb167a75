import fc from 'fast-check';

import { batches } from './batches.js';

interface Item {
  readonly key: string | null;
  readonly n: number;
}
const cut = { most: 3, keyOf: ({ key }: Item) => key, idleMs: 1_000 };
const items = (keys: readonly (string | null)[]): Item[] => keys.map((key, n) => ({ key, n }));
async function* from(all: readonly Item[]): AsyncGenerator<Item> {
  yield* all;
}
const collect = async (source: AsyncIterable<Item>, how = cut): Promise<number[][]> => {
  const found: number[][] = [];
  for await (const batch of batches(source, how)) found.push(batch.map(({ n }) => n));
  return found;
};

describe('batches', () => {
  it('are cut at their size', async () =>
    expect(await collect(from(items(['a', 'b', 'c', 'd'])))).toEqual([[0, 1, 2], [3]]));
  it('are cut where a key comes again', async () =>
    expect(await collect(from(items(['a', 'b', 'a', 'c'])))).toEqual([
      [0, 1],
      [2, 3],
    ]));
  it('hold items without a key as they come', async () =>
    expect(await collect(from(items([null, null, 'a'])))).toEqual([[0, 1, 2]]));
  it('of nothing are none', async () => expect(await collect(from([]))).toEqual([]));

  it('keep all, in order, and no key twice', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'))), async (keys) => {
        const all = items(keys);
        const found = await collect(from(all));
        expect(found.flat()).toEqual(all.map(({ n }) => n));
        for (const batch of found) {
          const named = batch.map((n) => all[n]?.key).filter((key) => key !== null);
          expect(new Set(named).size).toBe(named.length);
          expect(batch.length).toBeLessThanOrEqual(3);
        }
      }),
    ));

  it('come out while the sender pauses', async () => {
    let go: () => void = () => undefined;
    const pause = new Promise<void>((resolve) => (go = resolve));
    async function* slow(): AsyncGenerator<Item> {
      yield { key: 'a', n: 0 };
      await pause;
      yield { key: 'b', n: 1 };
    }
    const found = batches(slow(), { ...cut, idleMs: 20 });
    expect((await found.next()).value).toEqual([{ key: 'a', n: 0 }]);
    go();
    expect((await found.next()).value).toEqual([{ key: 'b', n: 1 }]);
    expect((await found.next()).done).toBe(true);
  });

  it('ask for no more than one item ahead', async () => {
    let asked = 0;
    async function* counted(): AsyncGenerator<Item> {
      for (;;) yield { key: null, n: (asked += 1) };
    }
    const found = batches(counted(), cut);
    await found.next();
    expect(asked).toBe(4);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked).toBe(4);
    await found.return(undefined);
  });

  it('end their source when they are left, and pass on what breaks it', async () => {
    let ended = false;
    async function* source(): AsyncGenerator<Item> {
      try {
        yield { key: 'a', n: 0 };
        throw new Error('broken');
      } finally {
        ended = true;
      }
    }
    await expect(collect(source())).rejects.toThrow('broken');
    expect(ended).toBe(true);
  });
});
