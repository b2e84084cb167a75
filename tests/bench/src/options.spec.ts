import { parseOptions } from './options.js';

describe('the command line', () => {
  it('without options measures everything in full and writes it down', () =>
    expect(parseOptions([])).toEqual({
      quick: false,
      only: new Set(['latency', 'sustained', 'bulk', 'portals', 'permits', 'withdrawal', 'search']),
      ads: 1_000_000,
      write: true,
    }));
  it.each([['--quick'], ['--only=latency'], ['--ads=5']])('%s leaves the full figures as they are', (option) =>
    expect(parseOptions([option])).toMatchObject({ write: false }),
  );
  it('writes them when it is told to', () =>
    expect(parseOptions(['--quick', '--write'])).toMatchObject({ quick: true, write: true, ads: 20_000 }));
  it('takes some of the parts', () =>
    expect(parseOptions(['--only', 'bulk,search'])).toMatchObject({ only: new Set(['bulk', 'search']) }));
  it('helps', () => expect(parseOptions(['--help'])).toBe('help'));
  it.each([[['--only', 'speed']], [['--ads', 'many']], [['--ads', '-1']], [['--ads', '0']], [['--slow']], [['more']]])(
    'refuses %j',
    (argv) => expect(() => parseOptions(argv)).toThrow(),
  );
});
