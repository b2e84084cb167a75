import { eventually } from '@accord/testing/eventually';
import { SystemProcess } from '@accord/testing/system-process';
import { z } from 'zod';

import { Accord, expectStatus } from './support/accord.js';

const stopping = z.looseObject({ state: z.literal('stopping'), status: z.string() });
const status = z.looseObject({ state: z.string(), effectiveAt: z.iso.datetime().optional() });

describe('a withdrawal while the publisher is paused', () => {
  let system: SystemProcess;
  let accord: Accord;
  beforeAll(async () => {
    system = await SystemProcess.start();
    accord = await Accord.open(system.varDir);
  });
  afterAll(() => system.stop());

  it('stays stopping, whatever the time, until the publisher is fenced; nothing is shown after that', async () => {
    const publisher = system.pids['publisher']?.pid ?? 0;
    const inbox = accord.inbox('emploi-public');
    await inbox.behave({ kind: 'slow', ms: 5_000 });
    const id = await accord.submit();
    const agreement = await accord.agree(id);
    await inbox.event(id, 'offer.published');
    process.kill(publisher, 'SIGSTOP');

    const withdraw = () => accord.as('employer').post(`/v1/agreements/${agreement}/withdrawal`, {});
    const { status: url } = expectStatus(await withdraw(), 202, stopping);
    const path = new URL(url, accord.run.gateway).pathname;
    // Each asking waits in consent for as long as an answer may take: time enough for what would close the permit by a time-out.
    for (const again of [await withdraw(), await withdraw()]) expectStatus(again, 202, stopping);
    expect(await accord.as('employer').read(path, status)).toMatchObject({ state: 'stopping' });

    process.kill(publisher, 'SIGKILL');
    const { effectiveAt } = await eventually(
      async () => {
        const now = await accord.as('employer').read(path, status);
        expect(now.state).toBe('stopped');
        return now;
      },
      { timeoutMs: 60_000 },
    );
    await inbox.behave({ kind: 'ok' });
    await inbox.event(id, 'offer.removed');
    const shown = (await inbox.about(id)).filter(({ event }) => event.type !== 'offer.removed');
    for (const { receivedAt } of shown) expect(Date.parse(receivedAt)).toBeLessThan(Date.parse(effectiveAt ?? ''));
  });
});

describe('a permit whose answer is lost', () => {
  let system: SystemProcess;
  let accord: Accord;
  beforeAll(async () => {
    system = await SystemProcess.start({ env: { FAILPOINT: 'publisher.after-permit:exit' } });
    accord = await Accord.open(system.varDir);
  });
  afterAll(() => system.stop());

  it('leaks nothing: its process dies with the permit, and the withdrawal still ends', async () => {
    const id = await accord.submit();
    const agreement = await accord.agree(id);
    const first = system.pids['publisher']?.pid;
    await eventually(() => expect(system.pids['publisher']?.pid).not.toBe(first), { timeoutMs: 60_000 });
    const answer = await accord.as('employer').post(`/v1/agreements/${agreement}/withdrawal`, {});
    expect([200, 202]).toContain(answer.status);
    await accord.posting(id, 'emploi-public', ['notAllowed', 'removed', 'removing']);
    const shown = (await accord.inbox('emploi-public').about(id)).filter(({ event }) => event.type !== 'offer.removed');
    expect(shown).toEqual([]);
  });
});
