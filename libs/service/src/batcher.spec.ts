import { Batcher } from './batcher.js';

/** A call that is answered when the test says so. */
class Calls {
  readonly batches: (readonly number[])[] = [];
  private readonly answers: (() => void)[] = [];
  readonly call = async (items: readonly number[]): Promise<number[]> => {
    this.batches.push(items);
    await new Promise<void>((resolve) => this.answers.push(resolve));
    return items.map((item) => item * 10);
  };
  answer(): void {
    this.answers.shift()?.();
  }
}

const tick = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('a batcher', () => {
  it('makes one call of what is asked for together, and answers each its own', async () => {
    const calls = new Calls();
    const batcher = new Batcher(calls.call, { most: 10, atOnce: 1 });
    const answers = Promise.all([1, 2, 3].map((item) => batcher.add(item)));
    await tick();
    calls.answer();
    expect(await answers).toEqual([10, 20, 30]);
    expect(calls.batches).toEqual([[1, 2, 3]]);
  });

  it('gathers what comes while a call is under way', async () => {
    const calls = new Calls();
    const batcher = new Batcher(calls.call, { most: 10, atOnce: 1 });
    const first = batcher.add(1);
    await tick();
    const others = [batcher.add(2), batcher.add(3)];
    await tick();
    expect(calls.batches).toEqual([[1]]);
    calls.answer();
    await first;
    await tick();
    calls.answer();
    await Promise.all(others);
    expect(calls.batches).toEqual([[1], [2, 3]]);
  });

  it('keeps to the size of a call and to the number of calls at once', async () => {
    const calls = new Calls();
    const batcher = new Batcher(calls.call, { most: 2, atOnce: 2 });
    const answers = Promise.all([1, 2, 3, 4, 5].map((item) => batcher.add(item)));
    await tick();
    expect(calls.batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
    calls.answer();
    calls.answer();
    await tick();
    calls.answer();
    expect(await answers).toEqual([10, 20, 30, 40, 50]);
  });

  it('fails each item of a call that fails, and none of the next', async () => {
    let failing = true;
    const call = async (items: readonly number[]): Promise<readonly number[]> => {
      if (failing) throw new Error('down');
      return items;
    };
    const batcher = new Batcher(call, { most: 10, atOnce: 1 });
    const results = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    failing = false;
    expect(await batcher.add(3)).toBe(3);
  });

  it('takes an answer with another number of items as a failure', async () => {
    const batcher = new Batcher(async () => [], { most: 10, atOnce: 1 });
    await expect(batcher.add(1)).rejects.toThrow('1 asked, 0 answered');
  });
});
