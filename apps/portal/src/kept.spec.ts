import { Kept } from './kept.js';

describe('what is kept for a while', () => {
  let now: number;
  let reads: PromiseWithResolvers<string>[];
  let kept: Kept<string>;

  beforeEach(() => {
    now = 0;
    reads = [];
    kept = new Kept(
      100,
      () => {
        const read = Promise.withResolvers<string>();
        reads.push(read);
        return read.promise;
      },
      () => now,
    );
  });

  it('is read once for all who ask at first', async () => {
    const asked = [kept.get(), kept.get()];
    reads[0]?.resolve('one');
    expect(await Promise.all(asked)).toEqual(['one', 'one']);
    expect(await kept.get()).toBe('one');
    expect(reads).toHaveLength(1);
  });

  it('is read again when it is old, while all are answered what was read before', async () => {
    const first = kept.get();
    reads[0]?.resolve('one');
    await first;
    now = 101;
    expect([await kept.get(), await kept.get()]).toEqual(['one', 'one']);
    expect(reads).toHaveLength(2);
    reads[1]?.resolve('two');
    await reads[1]?.promise;
    expect(await kept.get()).toBe('two');
  });

  it('is what was read before where reading again fails, and is tried again', async () => {
    const first = kept.get();
    reads[0]?.resolve('one');
    await first;
    now = 101;
    await kept.get();
    reads[1]?.reject(new Error('no database'));
    await expect(reads[1]?.promise).rejects.toThrow('no database');
    expect(await kept.get()).toBe('one');
    expect(reads).toHaveLength(3);
  });

  it('fails where it was never read', async () => {
    const first = kept.get();
    reads[0]?.reject(new Error('no database'));
    await expect(first).rejects.toThrow('no database');
  });
});
