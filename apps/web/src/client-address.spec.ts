import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import { ClientAddresses } from './client-address.js';

const from = (direct: string, forwarded?: string): IncomingMessage => {
  const request = new IncomingMessage(new Socket());
  Object.defineProperty(request.socket, 'remoteAddress', { value: direct });
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
};

describe('the address of a client', () => {
  const behind = new ClientAddresses(['10.0.0.0/8', '192.0.2.1', 'fd00::/8']);
  it.each([
    ['is its connection’s', '198.51.100.9', undefined, '198.51.100.9'],
    ['is not what it writes', '198.51.100.9', '203.0.113.7', '198.51.100.9'],
    ['is what a known proxy says', '10.1.2.3', '203.0.113.7', '203.0.113.7'],
    ['is the last that is no proxy of ours', '10.1.2.3', '1.1.1.1, 203.0.113.7, 192.0.2.1', '203.0.113.7'],
    ['is the proxy’s where it says nothing', '10.1.2.3', undefined, '10.1.2.3'],
    ['is not what is no address', '10.1.2.3', 'localhost, x', '10.1.2.3'],
    ['is found behind IPv6 as well', 'fd00::1', '2001:db8::7', '2001:db8::7'],
    ['is IPv4 also when mapped', '::ffff:198.51.100.9', '203.0.113.7', '198.51.100.9'],
  ])('%s', (_what, direct, forwarded, address) => expect(behind.of(from(direct, forwarded))).toBe(address));

  it('without known proxies is always the connection’s', () =>
    expect(new ClientAddresses().of(from('127.0.0.1', '203.0.113.7'))).toBe('127.0.0.1'));
});
