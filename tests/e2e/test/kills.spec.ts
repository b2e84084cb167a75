import { eventually } from '@accord/testing/eventually';
import { SystemProcess } from '@accord/testing/system-process';

import { Accord } from './support/accord.js';

const killed = [
  'intake',
  'moderation',
  'consent',
  'publisher',
  'partners',
  'portal',
  'web',
  'broker',
  'database',
] as const;

/** What was answered 2xx survives kill -9 of any process, and arrives without anybody's help. */
describe('kill -9', () => {
  let system: SystemProcess;
  let accord: Accord;
  beforeAll(async () => {
    system = await SystemProcess.start();
    accord = await Accord.open(system.varDir);
  });
  afterAll(() => system.stop());

  it.each(killed)('of the %s mid-flow loses nothing', async (name) => {
    const { pid } = system.pids[name] ?? { pid: 0 };
    expect(pid).toBeGreaterThan(0);
    const before = await Promise.all([1, 2, 3].map(() => accord.submit()));
    await Promise.all(before.map((id) => accord.agree(id)));
    process.kill(pid, 'SIGKILL');
    const during = await eventually(() => accord.submit(), { timeoutMs: 60_000, everyMs: 250 });
    await eventually(() => accord.agree(during), { timeoutMs: 60_000, everyMs: 250 });

    for (const id of [...before, during]) {
      const webhook = await accord.inbox('emploi-public').event(id, 'offer.published');
      const all = (await accord.inbox('emploi-public').about(id)).map(({ headers }) => headers['webhook-id']);
      // Sent twice at most by a crash between the answer and its record, and then under the same id.
      expect(new Set(all)).toEqual(new Set([webhook.headers['webhook-id']]));
      await accord.posting(id, 'emploi-public', ['sent', 'live']);
    }
    await eventually(() => expect(system.pids[name]?.pid).not.toBe(pid));
  });
});
