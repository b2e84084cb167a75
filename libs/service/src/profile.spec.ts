import { ConfigError } from './config.js';
import { assertProfileAllowed, isLoopback } from './profile.js';

describe('the test profile', () => {
  it.each(['127.0.0.1', '127.0.0.2', '::1', '[::1]', 'localhost', 'LOCALHOST'])('may touch %s', (host) =>
    expect(isLoopback(host)).toBe(true),
  );

  it.each(['0.0.0.0', '::', '10.0.0.1', 'db', '127.0.0.1.example.com', 'localhost.example.com', '', '2130706433'])(
    'may not touch %s',
    (host) => expect(isLoopback(host)).toBe(false),
  );

  it('is refused with every setting that leads elsewhere', () => {
    const hosts = { HOST: '0.0.0.0', DATABASE_URL: 'db.example', ISSUER_URL: '127.0.0.1' };
    expect(() => assertProfileAllowed('test', hosts)).toThrow(ConfigError);
    expect(() => assertProfileAllowed('test', hosts)).toThrow(/2 settings[^]*HOST[^]*DATABASE_URL/);
  });

  it('concerns no other profile', () =>
    expect(() => assertProfileAllowed('production', { HOST: '0.0.0.0' })).not.toThrow());
});
