import { connect } from 'node:net';

import { Health } from './health.js';
import { HttpFrame } from './http-frame.js';
import { Log } from './logging.js';
import { Metrics } from './metrics.js';

const lines: string[] = [];
const log = new Log({ service: 'frame', level: 'debug', destination: { write: (line) => void lines.push(line) } });

async function frame(): Promise<{ frame: HttpFrame; health: Health; url: string }> {
  const health = new Health(log);
  const made = new HttpFrame({ name: 'frame', log, metrics: new Metrics('frame'), health });
  made.app.get('/hangs', () => undefined);
  made.app.get('/boom', () => {
    throw new Error('boom');
  });
  made.app.get('/half', (_request, response) => {
    response.write('half of it');
    throw new Error('boom');
  });
  made.mountErrors();
  return { frame: made, health, url: await made.listen({ HOST: '127.0.0.1', PORT: 0 }) };
}

it('cuts what takes longer to end than it may', async () => {
  const { frame: one, health, url } = await frame();
  one.open();
  const hanging = fetch(`${url}/hangs`);
  await fetch(`${url}/health/live`);
  const started = performance.now();
  const [, answer] = await Promise.all([one.close(150), hanging.catch(() => 'cut')]);
  expect(answer).toBe('cut');
  expect(performance.now() - started).toBeGreaterThanOrEqual(140);
  health.stop();
});

it('closes at once when nothing is under way, whatever connections are kept alive', async () => {
  const { frame: one, health, url } = await frame();
  await (await fetch(`${url}/health/live`)).text();
  const started = performance.now();
  await one.close(10_000);
  expect(performance.now() - started).toBeLessThan(2_000);
  health.stop();
});

it('is ready when opened and all it needs answers, and says what does not', async () => {
  const { frame: one, health, url } = await frame();
  expect((await fetch(`${url}/health/ready`)).status).toBe(503);
  one.open();
  let broken = false;
  health.whenReady('thing', () => {
    if (broken) throw new Error('the thing at postgres://x:hunter22@y is gone');
  });
  await new Promise((resolve) => setTimeout(resolve, 550));
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  broken = true;
  await new Promise((resolve) => setTimeout(resolve, 550));
  const answer = await fetch(`${url}/health/ready`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ status: 'down', checks: { thing: 'down' } });
  expect(lines.filter((line) => line.includes('health.down'))).toHaveLength(1);
  expect(lines.join('')).not.toContain('hunter22');
  await one.close(100);
  health.stop();
});

it('a check that hangs is a check that fails', async () => {
  const health = new Health(log);
  health.whileLive('hangs', () => new Promise(() => undefined));
  expect(await health.live()).toEqual({ ok: false, checks: { 'event-loop': 'up', hangs: 'down' } });
  health.stop();
});

it('an answer that fails midway is cut, so that half of it does not look whole', async () => {
  const { frame: one, health, url } = await frame();
  one.open();
  expect((await fetch(`${url}/boom`)).status).toBe(500);
  await expect(fetch(`${url}/half`).then((half) => half.text())).rejects.toThrow();
  await one.close(100);
  health.stop();
});

const exchange = (url: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });

it.each([
  ['no HTTP at all', 'SSH-2.0-OpenSSH\r\n\r\n', 'HTTP/1.1 400'],
  ['headers beyond all measure', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 'HTTP/1.1 431'],
  [
    'two lengths of one body',
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
    'HTTP/1.1 400',
  ],
  ['a header with a line break of its own', 'GET / HTTP/1.1\r\nhost: x\r\nx: a\rb\r\n\r\n', 'HTTP/1.1 400'],
])('%s gets a problem, and the end of its connection', async (_what, text, status) => {
  const { frame: one, health, url } = await frame();
  one.open();
  const answer = await exchange(url, text);
  expect(answer.startsWith(status)).toBe(true);
  expect(answer).toContain('application/problem+json');
  await one.close(100);
  health.stop();
});
