import { assertMayStart, isLoopback } from './loopback.ts';

describe('loopback', () => {
  it.each(['127.0.0.1', '127.8.9.1', 'localhost', 'LOCALHOST', '::1', '[::1]'])('is %s', (host) =>
    expect(isLoopback(host)).toBe(true),
  );
  it.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.example', 'localhost.example', '127.1', ''])(
    'is not %s',
    (host) => expect(isLoopback(host)).toBe(false),
  );
});

describe('the test profile', () => {
  const start = (env: NodeJS.ProcessEnv) => () => assertMayStart({ profile: 'test', fresh: false }, env);

  it('starts where everything is on this machine', () => {
    expect(start({})).not.toThrow();
    expect(
      start({
        HOST: '127.0.0.1',
        DATABASE_URL: 'postgres://a@127.0.0.1:5432/a',
        KAFKA_BROKERS: '127.0.0.1:1,localhost:2',
      }),
    ).not.toThrow();
  });

  it('is refused otherwise, naming each setting', () =>
    expect(
      start({
        HOST: '0.0.0.0',
        DATABASE_URL: 'postgres://a@db.example/a',
        KAFKA_BROKERS: '127.0.0.1:1,kafka.example:2',
        ISSUER_URL: 'https://login.example',
      }),
    ).toThrow(
      'The test profile works on loopback addresses only: change HOST, DATABASE_URL, ISSUER_URL, KAFKA_BROKERS.',
    ));

  it('is asked of nothing else', () =>
    expect(() => assertMayStart({ profile: 'production', fresh: false }, { HOST: '0.0.0.0' })).not.toThrow());
});

describe('starting empty', () => {
  it('empties no database and no broker of another machine', () =>
    expect(() =>
      assertMayStart({ profile: 'production', fresh: true }, { DATABASE_URL: 'postgres://a@db.example/a' }),
    ).toThrow('--fresh empties loopback addresses only: change DATABASE_URL.'));
});
