import { baseConfig, ConfigError, edgeConfig, readConfig } from './config.js';
import { flag, listenPort } from './config-fields.js';

const env = {
  DATABASE_URL: 'postgres://intake_app:pw@127.0.0.1:5432/accord',
  KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
  ISSUER_URL: 'https://login.example/oidc',
};

const problemsOf = (given: Record<string, string>, schema = baseConfig): readonly string[] => {
  try {
    readConfig(schema, given);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe('configuration', () => {
  it('has defaults for all but what only a deployment knows', () =>
    expect(readConfig(baseConfig, env)).toMatchObject({
      HOST: '127.0.0.1',
      KAFKA_BROKERS: ['127.0.0.1:9092', '127.0.0.1:9093'],
      ACCORD_PROFILE: 'production',
      AUDIENCE: 'urn:accord:api',
    }));

  it('names everything that is wrong at once, in one message', () => {
    const given = { ...env, PORT: '70000', KAFKA_BROKERS: 'nowhere', LOG_LEVEL: 'loud', ISSUER_URL: '' };
    const problems = problemsOf(given);
    expect(problems.map((line) => line.split(':')[0]).sort()).toEqual([
      'ISSUER_URL',
      'KAFKA_BROKERS',
      'LOG_LEVEL',
      'PORT',
    ]);
    expect(new ConfigError(problems).message).toMatch(/^4 settings are wrong:\n {2}\w+: /);
  });

  it('tells a missing setting from a wrong one', () => {
    expect(problemsOf({ ...env, DATABASE_URL: '' })).toEqual(['DATABASE_URL: is required and not set']);
    expect(problemsOf({ ...env, DATABASE_URL: 'mysql://x' })[0]).toContain('postgres://');
  });

  it('never repeats a value, which may be a secret', () =>
    expect(
      problemsOf({ ...env, SERVICE_TOKENS: 'web:hunter2', SERVICE_TOKEN: 'short', DATABASE_URL: 'hunter2' }).join(),
    ).not.toMatch(/hunter2|short'/));

  it('reads tokens by service name, and shows none of them', () => {
    const config = readConfig(edgeConfig, { SERVICE_TOKENS: 'web:0123456789abcdef,portal:fedcba9876543210' });
    expect(config.SERVICE_TOKENS.get('portal')?.equals('fedcba9876543210')).toBe(true);
    expect(config.SERVICE_TOKENS.get('portal')?.equals('fedcba987654321')).toBe(false);
    expect(JSON.stringify([...config.SERVICE_TOKENS])).not.toContain('0123456789');
  });

  it('takes no symmetric signature algorithm', () => {
    expect(problemsOf({ ...env, TOKEN_ALGORITHMS: 'HS256' })).toHaveLength(1);
    expect(problemsOf({ ...env, TOKEN_ALGORITHMS: 'none' })).toHaveLength(1);
  });

  it('accepts a failpoint only in its form', () => {
    expect(problemsOf({ ...env, FAILPOINT: 'consent.stop.after-commit:exit' })).toEqual([]);
    expect(problemsOf({ ...env, FAILPOINT: 'consent' })).toHaveLength(1);
  });

  it('lets a service add its own', () => {
    const own = baseConfig.extend({ PORT: listenPort(8081), SEALS: flag(true) });
    expect(readConfig(own, env)).toMatchObject({ PORT: 8081, SEALS: true });
    expect(readConfig(own, { ...env, PORT: '9', SEALS: '0' })).toMatchObject({ PORT: 9, SEALS: false });
  });
});
