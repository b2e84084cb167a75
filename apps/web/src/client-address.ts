import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Finds a client's address behind proxies that are known; what a client writes into X-Forwarded-For is never believed. */
export class ClientAddresses {
  private readonly trusted = new BlockList();

  constructor(proxies: readonly string[] = []) {
    for (const proxy of proxies) {
      const [address = '', bits] = proxy.split('/');
      const family = address.includes(':') ? 'ipv6' : 'ipv4';
      if (bits === undefined) this.trusted.addAddress(address, family);
      else this.trusted.addSubnet(address, Number(bits), family);
    }
  }

  /** Each proxy adds at the end who came to it: the last one that is no proxy of ours is the client. */
  of(request: IncomingMessage): string {
    const direct = plain(request.socket.remoteAddress ?? 'unknown');
    if (!this.isTrusted(direct)) return direct;
    const chain = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((one) => plain(one.trim()))
      .filter((one) => isIP(one) !== 0);
    return chain.findLast((one) => !this.isTrusted(one)) ?? chain[0] ?? direct;
  }

  private isTrusted(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.trusted.check(address, family === 6 ? 'ipv6' : 'ipv4');
  }
}

const plain = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
