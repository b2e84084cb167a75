import { createServer, type Server } from 'node:http';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { bootId, identify, type ProcessIdentity } from '../infrastructure/process-identity.ts';
import { send } from '../infrastructure/child-process.ts';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { forEver, killStartedAfterAll, runScript } from '../test/fixtures/processes.ts';
import { fenceDead, fenceDeadInTime } from './fence.ts';

const log = join(temporaryFolder(), 'log');
killStartedAfterAll();

interface Fenced {
  readonly path: string;
  readonly token: string | undefined;
  readonly body: unknown;
}

/** Plays consent: lists these sessions and writes down what it is asked. */
class FakeConsent {
  readonly fenced: Fenced[] = [];
  failures = 0;
  readonly #server: Server;

  constructor(processes: readonly (ProcessIdentity & { host: string })[]) {
    const sessions = processes.map((process, index) => ({
      session: idOf(index),
      process,
      openedAt: '2026-11-24T08:00:00Z',
    }));
    this.#server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        if (this.failures > 0) {
          this.failures -= 1;
          response.writeHead(503).end('{}');
        } else if (request.method === 'GET') response.end(JSON.stringify({ sessions }));
        else {
          this.fenced.push({ path: request.url ?? '', token: request.headers.authorization, body: JSON.parse(text) });
          response.end('{}');
        }
      });
    });
  }

  async access() {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return { url: `http://127.0.0.1:${port}`, token: 'a token of the launcher' };
  }

  close(): void {
    this.#server.close();
  }
}

const idOf = (index: number) => `00000000-0000-4000-8000-00000000000${index}`;
const here = { host: hostname(), boot: bootId() };

async function deadProcess(): Promise<ProcessIdentity> {
  const running = await runScript(forEver, log);
  send(running.identity, 'SIGKILL');
  await running.exited;
  return running.identity;
}

describe('fencing publishers', () => {
  it('says of a process that is gone that it is dead, with the identity that was checked', async () => {
    const dead = { ...(await deadProcess()), host: hostname() };
    const consent = new FakeConsent([dead]);
    expect(await fenceDead(await consent.access(), [])).toBe(1);
    expect(consent.fenced).toEqual([
      {
        path: `/internal/v1/sessions/${idOf(0)}/fence`,
        token: 'Bearer a token of the launcher',
        body: { evidence: { kind: 'deadProcess', process: dead } },
      },
    ]);
    consent.close();
  });

  it('never says it of one that may live: running, paused, on another machine, or of another boot and not ours', async () => {
    const living = identify(process.pid);
    const paused = await runScript(forEver, log);
    send(paused.identity, 'SIGSTOP');
    const consent = new FakeConsent([
      { ...here, pid: process.pid, startTime: living?.startTime ?? '' },
      { ...paused.identity, host: hostname() },
      { ...here, host: 'another-machine', pid: 2, startTime: '1' },
      { ...here, boot: 'another-boot', pid: 2, startTime: '1' },
    ]);
    expect(await fenceDead(await consent.access(), [])).toBe(0);
    expect(consent.fenced).toEqual([]);
    consent.close();
  });

  it('says it of one that we started before the machine booted again', async () => {
    const before = { boot: 'another-boot', pid: 2, startTime: '1' };
    const consent = new FakeConsent([{ ...before, host: hostname() }]);
    expect(await fenceDead(await consent.access(), [before])).toBe(1);
    consent.close();
  });

  it('waits for a consent that does not answer yet', async () => {
    const consent = new FakeConsent([{ ...(await deadProcess()), host: hostname() }]);
    consent.failures = 2;
    expect(await fenceDeadInTime(await consent.access(), [], new AbortController().signal)).toBe(1);
    consent.close();
  });

  it('gives up when everything stops', async () => {
    const stopped = AbortSignal.abort();
    expect(await fenceDeadInTime({ url: 'http://127.0.0.1:9', token: 't' }, [], stopped)).toBe(0);
  });
});
