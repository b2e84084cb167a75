import { createServer, type Server } from 'node:net';
import { anyFreePort, isFree, nextFreePort } from './free-port.ts';

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

async function listen(port: number): Promise<void> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
}

describe('a free port', () => {
  it('is the wanted one when nobody has it', async () => {
    const port = await anyFreePort();
    expect(await nextFreePort(port)).toBe(port);
  });

  it('is a later one when somebody listens there, or it was promised', async () => {
    const taken = await anyFreePort();
    await listen(taken);
    expect(await isFree(taken)).toBe(false);
    const next = await nextFreePort(taken);
    expect(next).toBeGreaterThan(taken);
    expect(await nextFreePort(taken, new Set([next]))).toBeGreaterThan(next);
  });

  it('does not exist above 65535', async () => {
    await expect(nextFreePort(65_536)).rejects.toThrow('No port is free from 65536 upwards.');
  });
});
