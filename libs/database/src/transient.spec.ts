import { isTransient } from './transient.js';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('a failure of the database', () => {
  it.each(['08006', '40001', '40P01', '53300', '55P03', '57P01', '57014', '58030', '25P03', '25006', '28P01'])(
    'with SQLSTATE %s may pass',
    (code) => expect(isTransient(withCode(code))).toBe(true),
  );
  it.each(['23505', '22P02', '42P01', '25P02', '22021', 'P0001'])('with SQLSTATE %s will not pass', (code) =>
    expect(isTransient(withCode(code))).toBe(false),
  );
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN'])('of the network (%s) may pass', (code) =>
    expect(isTransient(withCode(code))).toBe(true),
  );
  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])('"%s" may pass', (text) =>
    expect(isTransient(new Error(text))).toBe(true),
  );
  it('of a plan that a migration made stale may pass; what is not supported will not', () => {
    const unsupported = (message: string) => Object.assign(new Error(message), { code: '0A000' });
    expect(isTransient(unsupported('cached plan must not change result type'))).toBe(true);
    expect(isTransient(unsupported('FOR UPDATE is not allowed with DISTINCT clause'))).toBe(false);
  });
  it('is found inside what wraps it', () => {
    expect(isTransient(Object.assign(new Error('query failed'), { driverError: withCode('57P01') }))).toBe(true);
    expect(isTransient(new Error('gave up', { cause: new AggregateError([withCode('ECONNREFUSED')]) }))).toBe(true);
  });
  it('is not every failure', () => {
    for (const failure of [new TypeError('x is undefined'), undefined, null, 'ECONNRESET', 42, new Error('E08')])
      expect(isTransient(failure)).toBe(false);
  });
  it('that refers to itself is looked at once', () => {
    const loop = new Error('loop');
    loop.cause = loop;
    expect(isTransient(loop)).toBe(false);
  });
});
