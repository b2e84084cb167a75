import type { Outcome, Share } from './chunk-runner.js';
import { Gathering } from './gathering.js';

const share = (topic: string, partition: number): Share => ({
  state: {
    reader: { topic: { name: topic, retention: 'compact', partitions: 3, writer: 'x' }, rank: 1 },
    partition,
    epoch: 0,
    next: 0n,
    lettersInARow: 0,
    judged: new Set(),
  },
  records: [],
  end: 1n,
  goesOn: () => true,
});
const done: Outcome = { kind: 'done' };
const nameOf = (shares: readonly Share[]) =>
  shares.map(({ state }) => `${state.reader.topic.name}${state.partition}`).join(' ');

/** Runs that end when they are told to. */
function runs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = async (shares: readonly Share[]): Promise<Outcome[]> => {
    begun.push(nameOf(shares));
    await new Promise<void>((resolve) => ends.set(nameOf(shares), resolve));
    return shares.map(() => done);
  };
  return { begun, end: (name: string) => ends.get(name)?.(), run };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('gathering', () => {
  it('puts the partitions of a topic together that come at about the same time, and answers each', async () => {
    const { begun, end, run } = runs();
    const gathering = new Gathering(run, 3);
    const outcomes = [share('a', 0), share('b', 0), share('a', 1)].map((one) => gathering.run(one));
    await settled();
    expect(begun).toEqual(['a0 a1', 'b0']);
    end('a0 a1');
    end('b0');
    expect(await Promise.all(outcomes)).toEqual([done, done, done]);
  });

  it('runs so many topics at once; what comes for one that waits joins it', async () => {
    const { begun, end, run } = runs();
    const gathering = new Gathering(run, 1);
    void gathering.run(share('a', 0));
    void gathering.run(share('b', 0));
    await settled();
    void gathering.run(share('b', 1));
    await settled();
    expect(begun).toEqual(['a0']);
    end('a0');
    await settled();
    expect(begun).toEqual(['a0', 'b0 b1']);
  });

  it('fails for each where the run fails, and goes on', async () => {
    const gathering = new Gathering(() => Promise.reject(new Error('away')), 1);
    const outcomes = await Promise.allSettled(
      [share('a', 0), share('a', 1), share('b', 0)].map((one) => gathering.run(one)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('fails for a partition that got no outcome', async () => {
    const gathering = new Gathering(() => Promise.resolve([]), 1);
    await expect(gathering.run(share('a', 0))).rejects.toThrow('no outcome');
  });
});
