import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { send } from '../infrastructure/child-process.ts';
import { isAlive } from '../infrastructure/process-identity.ts';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { forEver, killStartedAfterAll, runScript } from '../test/fixtures/processes.ts';
import { ChildrenFile } from './children-file.ts';
import { MARK } from './environment.ts';
import { endStrays } from './strays.ts';

const folder = temporaryFolder();
const log = join(folder, 'log');
killStartedAfterAll();

describe('the record of children', () => {
  it('lets the next launcher end what this one left', async () => {
    const path = join(folder, 'left.json');
    const [service, broker] = await Promise.all([runScript(forEver, log), runScript(forEver, log)]);
    const record = new ChildrenFile(path);
    record.started('intake', service.identity);
    record.started('broker', broker.identity);
    const next = new ChildrenFile(path);
    expect(await next.endOrphans()).toEqual(['intake', 'broker']);
    expect([isAlive(service.identity), isAlive(broker.identity)]).toEqual([false, false]);
    expect(await new ChildrenFile(path).endOrphans()).toEqual([]);
  });

  it('never ends a stranger that has the number of a child', async () => {
    const path = join(folder, 'stranger.json');
    const stranger = await runScript(forEver, log);
    new ChildrenFile(path).started('intake', { ...stranger.identity, startTime: '1' });
    expect(await new ChildrenFile(path).endOrphans()).toEqual([]);
    expect(isAlive(stranger.identity)).toBe(true);
  });

  it('forgets a child that ended', async () => {
    const path = join(folder, 'ended.json');
    const child = await runScript(forEver, log);
    const record = new ChildrenFile(path);
    record.started('intake', child.identity);
    record.ended('intake');
    expect(new ChildrenFile(path).children.size).toBe(0);
  });

  it('remembers publishers that died, for the fence', async () => {
    const path = join(folder, 'publishers.json');
    const [dead, living] = await Promise.all([runScript(forEver, log), runScript(forEver, log)]);
    const record = new ChildrenFile(path);
    record.started('publisher-a', dead.identity);
    record.started('publisher-b', living.identity);
    send(dead.identity, 'SIGKILL');
    await dead.exited;
    record.ended('publisher-a');
    expect(new ChildrenFile(path).deadPublishers()).toEqual([dead.identity]);
  });

  it('is empty when it was cut short', () => {
    const path = join(folder, 'strange.json');
    writeFileSync(path, '{"children":{"intake":{"pid":"x"}},"publishers":[7]}');
    expect(new ChildrenFile(path).children.size).toBe(0);
    expect(new ChildrenFile(path).deadPublishers()).toEqual([]);
  });
});

describe('what no record names', () => {
  it('is found by its mark and ended; another folder’s is left alone', async () => {
    const [ours, theirs] = await Promise.all([
      runScript(forEver, log, { [MARK]: folder }),
      runScript(forEver, log, { [MARK]: `${folder}-other` }),
    ]);
    expect(await endStrays(folder)).toEqual([`process ${ours.identity.pid}`]);
    expect([isAlive(ours.identity), isAlive(theirs.identity)]).toEqual([false, true]);
  });
});
