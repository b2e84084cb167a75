import { createServer } from 'node:net';

const HIGHEST_PORT = 65_535;

/** Whether a server could listen on this loopback port now. Another may still take it before we do. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The wanted port, or the next one that is free and not already promised to another. */
export async function nextFreePort(wanted: number, promised: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = wanted; port <= HIGHEST_PORT; port += 1) {
    if (!promised.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`No port is free from ${wanted} upwards. Stop a program that listens there.`);
}

/** Any free port, of the kernel's choice. */
export function anyFreePort(promised: ReadonlySet<number> = new Set()): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(promised.has(port) ? anyFreePort(promised) : port));
    });
  });
}
