import { join } from 'node:path';
import { workspaceRoot } from '../infrastructure/paths.ts';
import { parseOptions, UsageError } from './options.ts';

describe('the options of npm start', () => {
  it('are the usual system when nothing is said', () =>
    expect(parseOptions([], {})).toEqual({
      profile: 'production',
      fresh: false,
      varDir: join(workspaceRoot, 'var'),
      portBase: undefined,
      publishers: [{ name: 'publisher', lanes: [] }],
      demo: true,
    }));

  it('leave the demonstration out where they say so, and under test', () => {
    expect(parseOptions(['--no-demo'], {})).toMatchObject({ demo: false });
    expect(parseOptions(['--profile', 'test'], {})).toMatchObject({ demo: false });
    expect(parseOptions([], { ACCORD_PROFILE: 'test' })).toMatchObject({ demo: false });
  });

  it('take the profile from the command or the environment, the command first', () => {
    expect(parseOptions(['--profile', 'test'], {})).toMatchObject({ profile: 'test' });
    expect(parseOptions([], { ACCORD_PROFILE: 'test' })).toMatchObject({ profile: 'test' });
    expect(parseOptions(['--profile', 'production'], { ACCORD_PROFILE: 'test' })).toMatchObject({
      profile: 'production',
    });
  });

  it('set a second system apart', () =>
    expect(parseOptions(['--var', '/tmp/second', '--port-base', '0', '--fresh'], {})).toMatchObject({
      varDir: '/tmp/second',
      portBase: 0,
      fresh: true,
    }));

  it('divide the partners among publishers', () =>
    expect(parseOptions(['--publishers', 'a:emploi-public+campus-formation,b:jobs-prive'], {})).toMatchObject({
      publishers: [
        { name: 'publisher-a', lanes: ['emploi-public', 'campus-formation'] },
        { name: 'publisher-b', lanes: ['jobs-prive'] },
      ],
    }));

  it('can be asked for', () => expect(parseOptions(['--help'], {})).toBe('help'));

  it.each([
    [['--profile', 'staging'], 'There is no profile staging: --profile and ACCORD_PROFILE take test or production.'],
    [['--port-base', '80.5'], '--port-base takes a number from 0 to 65000, not 80.5.'],
    [['--port-base', '70000'], '--port-base takes a number from 0 to 65000, not 70000.'],
    [['--publishers', 'jobs-prive'], '--publishers takes name:partner+partner,name:partner, not jobs-prive.'],
    [['--publishers', 'a:x,a:y'], '--publishers names one publisher twice: a:x,a:y.'],
    [['--frsh'], "Unknown option '--frsh': npm start -- --help lists the options."],
    [['fresh'], "Unexpected argument 'fresh'"],
  ])('that make no sense are one sentence: %j', (argv, sentence) => {
    expect(() => parseOptions(argv, {})).toThrow(UsageError);
    expect(() => parseOptions(argv, {})).toThrow(sentence);
  });
});
