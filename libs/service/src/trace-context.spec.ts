import { activeTrace, activeTraceparent, parseTraceparent, runInTrace } from './trace-context.js';

const header = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('trace context', () => {
  it('goes on in the trace it came in, as a new span', () =>
    runInTrace(parseTraceparent(header), () => {
      expect(activeTraceparent()).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/);
      expect(activeTrace()?.spanId).not.toBe('00f067aa0ba902b7');
    }));

  it('starts where there was none', () =>
    runInTrace(undefined, () => expect(activeTraceparent()).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/)));

  it('lasts through asynchronous work and ends with it', async () => {
    await runInTrace(parseTraceparent(header), async () => {
      await new Promise((resolve) => setImmediate(resolve));
      expect(activeTrace()?.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    });
    expect(activeTraceparent()).toBeUndefined();
  });

  it.each([
    undefined,
    '',
    'x',
    header.toUpperCase(),
    `${header}-y`,
    header.replace(/4bf\w+(?=-00f)/, '0'.repeat(32)),
    header.replace('00f067aa0ba902b7', '0'.repeat(16)),
    `01${header.slice(2)}`,
    `${header}\r\nx: y`,
  ])('takes %j for none', (given) => expect(parseTraceparent(given)).toBeUndefined());
});
