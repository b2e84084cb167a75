import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

const firstBytes = new WeakMap<Socket, number>();

/**
 * Notes when the first byte of each request arrives, before its headers are complete: withdrawals are judged by it. Wakes
 * with every piece of data, which is why only the sandbox does so.
 */
export function watchArrivals(server: Server): void {
  server.on('connection', (socket: Socket) => {
    socket.on('data', () => {
      if (!firstBytes.has(socket)) firstBytes.set(socket, Date.now());
    });
  });
  server.prependListener('request', (request: IncomingMessage) => {
    request.once('end', () => firstBytes.delete(request.socket));
  });
}

/** When the first byte of this request arrived. */
export const arrivalOf = (request: IncomingMessage): Date => new Date(firstBytes.get(request.socket) ?? Date.now());
