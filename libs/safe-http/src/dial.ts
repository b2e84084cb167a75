import { isIP, type Socket } from 'node:net';
import { connect as secure, type SecureContext, type TLSSocket } from 'node:tls';
import { GuardedSocket } from './guarded-socket.js';
import { codeOf } from './reasons.js';
import type { TimerWheel } from './timer-wheel.js';

/** Opens a TCP connection to an address; a seam for tests that need another one to answer. */
export type Dial = (address: string, port: number) => GuardedSocket;

export const dial: Dial = (address, port) => {
  const socket = new GuardedSocket();
  socket.setNoDelay(true);
  return socket.connect({ host: address, port });
};

/** TLS over a connected socket, to be verified for `host`: a name, or an address that the certificate must hold. */
export function overTls(raw: GuardedSocket, host: string, secureContext: SecureContext): TLSSocket {
  const socket = secure({
    socket: raw,
    secureContext,
    host,
    servername: isIP(host) ? '' : host,
    rejectUnauthorized: true,
    ALPNProtocols: ['http/1.1'],
  });
  return socket.on('error', () => undefined);
}

export interface Wait {
  readonly event: 'connect' | 'secureConnect';
  readonly wheel: TimerWheel;
  readonly budgetMs: number;
}

/** Waits for the event; resolves to the code of what came first instead, then the socket is of no use. */
export function failureOf(socket: Socket, { event, wheel, budgetMs }: Wait): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (failure?: string): void => {
      budget.cancel();
      socket.off(event, onReady).off('error', onError).off('close', onClose);
      resolve(failure);
    };
    const onReady = (): void => end();
    const onError = (error: Error): void => end(codeOf(error));
    const onClose = (): void => end('ECONNRESET');
    const budget = wheel.after(budgetMs, () => end('ETIMEDOUT'));
    socket.once(event, onReady).once('error', onError).once('close', onClose);
  });
}
