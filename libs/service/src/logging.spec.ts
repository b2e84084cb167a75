import { Log } from './logging.js';
import { NestLogger } from './nest-logger.js';
import { Secret } from './secret.js';

const logged = (use: (log: Log) => void, level = 'info'): string[] => {
  const lines: string[] = [];
  use(new Log({ service: 'intake', level, destination: { write: (line) => void lines.push(line) } }));
  return lines;
};
const first = (use: (log: Log) => void): unknown => JSON.parse(logged(use)[0] ?? 'null');

describe('a log line', () => {
  it('is one JSON object with event, service, level and time', () =>
    expect(first((log) => log.info('offer.submitted', { offerId: 'o1', ms: 3 }))).toMatchObject({
      level: 'info',
      service: 'intake',
      event: 'offer.submitted',
      offerId: 'o1',
      ms: 3,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    }));

  it('stays one line whatever it is given: nothing from outside can forge another', () => {
    const attack = 'x\r\n{"level":"fatal","event":"forged"}\u2028';
    const lines = logged((log) => log.info('http.request', { route: attack, [attack]: attack }));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', event: 'http.request' });
  });

  it('cannot be overwritten by a field', () =>
    expect(first((log) => log.info('a', { level: 'fatal', event: 'b', service: 'c', time: 0 }))).toMatchObject({
      level: 'info',
      event: 'a',
      service: 'intake',
      event_: 'b',
    }));

  it('never holds a secret', () => {
    const text = logged((log) => {
      log.info('a', { key: new Secret('a-very-secret-value') });
      log.error('b', new Error(String(new Secret('a-very-secret-value'))));
    }).join('');
    expect(text).toContain('[secret]');
    expect(text).not.toContain('a-very-secret-value');
  });

  it('says what an error was, and what caused it', () =>
    expect(
      first((log) => log.error('relay.failed', new Error('no broker', { cause: new TypeError('x') }), { topic: 't' })),
    ).toMatchObject({
      level: 'error',
      topic: 't',
      err: { type: 'Error', message: 'no broker', cause: { type: 'TypeError' } },
    }));

  it('takes what is not even an error', () =>
    expect(first((log) => log.fatal('x', 'just a text'))).toMatchObject({
      level: 'fatal',
      err: { message: 'just a text' },
    }));
});

describe('what Nest and libraries say', () => {
  it('becomes an event with its fields where it is one', () =>
    expect(first((log) => new NestLogger(log).warn({ event: 'relay.paused', topic: 't' }, 'Relay'))).toMatchObject({
      level: 'warn',
      event: 'relay.paused',
      topic: 't',
      context: 'Relay',
    }));

  it('keeps an error with its stack', () =>
    expect(first((log) => new NestLogger(log).error('boom', 'Error: boom\n    at x', 'Router'))).toMatchObject({
      level: 'error',
      context: 'Router',
      err: { message: 'boom', stack: expect.stringContaining('at x') },
    }));

  it('does not tell of every route at boot', () =>
    expect(logged((log) => new NestLogger(log).log('Mapped {/v1/x, GET} route', 'RouterExplorer'))).toEqual([]));
});
