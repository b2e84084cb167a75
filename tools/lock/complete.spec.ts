import { completeLock, hostsNamedIn } from './complete.ts';

const lockOf = (packages: object) => `${JSON.stringify({ lockfileVersion: 3, packages }, null, 2)}\n`;
const packagesOf = (lock: string): object => JSON.parse(lock).packages;

describe('completing a lock', () => {
  it('changes no letter of one that is complete', () => {
    const lock = lockOf({
      'node_modules/swc': { version: '1.0.0', optionalDependencies: { 'swc-linux-x64': '1.0.0' } },
      'node_modules/swc-linux-x64': { version: '1.0.0', optional: true },
    });
    expect(completeLock(lock)).toBe(lock);
  });

  it('adds what the registry did not serve, for its own system and processor only', () => {
    const lock = lockOf({
      'node_modules/swc': { dev: true, optionalDependencies: { '@swc/core-darwin-arm64': '1.16.22' } },
    });
    expect(packagesOf(completeLock(lock))).toMatchObject({
      'node_modules/@swc/core-darwin-arm64': {
        version: '1.16.22',
        cpu: ['arm64'],
        dev: true,
        optional: true,
        os: ['darwin'],
      },
    });
  });

  it('is done after once', () => {
    const once = completeLock(lockOf({ 'node_modules/a': { optionalDependencies: { 'a-win32-x64': '2.0.0' } } }));
    expect(completeLock(once)).toBe(once);
  });

  it('sees a package that is installed inside the one that needs it', () => {
    const lock = lockOf({
      'node_modules/a/node_modules/b': { optionalDependencies: { 'b-linux-arm': '1.0.0' } },
      'node_modules/a/node_modules/b-linux-arm': { version: '1.0.0' },
    });
    expect(completeLock(lock)).toBe(lock);
  });

  it('leaves ranges to npm', () => {
    const lock = lockOf({ 'node_modules/a': { optionalDependencies: { fsevents: '~2.3.2' } } });
    expect(completeLock(lock)).toBe(lock);
  });

  it('refuses what is no lock', () => expect(() => completeLock('{}')).toThrow('has no packages'));
});

it('names the registries that a lock would be bound to', () => {
  const lock = lockOf({
    '': {},
    'node_modules/a': { resolved: 'https://npm.example/a.tgz' },
    'node_modules/own': { resolved: 'libs/own', link: true },
    'node_modules/c': { version: '1.0.0' },
  });
  expect(hostsNamedIn(lock)).toEqual(['npm.example']);
});
