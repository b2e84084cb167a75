import { AdminSession } from './admin-session.js';
import type { KafkaPort, TopicAdmin } from './kafka-port.js';

/** Counts what is open, as kafkajs would hold it. */
function fakePort() {
  const log: string[] = [];
  let made = 0;
  const admin = (): TopicAdmin => {
    const name = `admin-${(made += 1)}`;
    const calls: Pick<TopicAdmin, 'connect' | 'close' | 'clusterId'> = {
      connect: async () => void log.push(`${name} connects`),
      close: async () => void log.push(`${name} closes`),
      clusterId: async () => name,
    };
    return Object.assign(Object.create(null), calls);
  };
  const port: Pick<KafkaPort, 'admin'> = { admin };
  return { log, session: new AdminSession(Object.assign(Object.create(null), port)) };
}

describe('an administrator’s session', () => {
  it('connects once for many', async () => {
    const { log, session } = fakePort();
    const names = await Promise.all([
      session.use((admin) => admin.clusterId()),
      session.use((admin) => admin.clusterId()),
    ]);
    expect(names).toEqual(['admin-1', 'admin-1']);
    expect(log).toEqual(['admin-1 connects']);
  });

  it('is closed only when nobody uses it any more, since a use after the end would connect again', async () => {
    const { log, session } = fakePort();
    let work = (): void => undefined;
    const working = new Promise<void>((resolve) => (work = resolve));
    const used = session.use(async (admin) => {
      await working;
      log.push(`${await admin.clusterId()} works`);
    });
    const closed = session.close();
    work();
    await Promise.all([used, closed]);
    expect(log).toEqual(['admin-1 connects', 'admin-1 works', 'admin-1 closes']);
  });

  it('lets nobody in after its end', async () => {
    const { log, session } = fakePort();
    await session.close();
    await expect(session.use((admin) => admin.clusterId())).rejects.toThrow('has ended');
    expect(log).toEqual([]);
  });

  it('takes a new connection after a failure, and closes the old one when its other uses are over', async () => {
    const { log, session } = fakePort();
    let end = (): void => undefined;
    const slow = new Promise<void>((resolve) => (end = resolve));
    const other = session.use(() => slow);
    await expect(session.use(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await session.use((admin) => admin.clusterId())).toBe('admin-2');
    expect(log).toEqual(['admin-1 connects', 'admin-2 connects']);
    end();
    await other;
    await session.close();
    expect(log.toSorted()).toEqual(['admin-1 closes', 'admin-1 connects', 'admin-2 closes', 'admin-2 connects']);
  });
});
