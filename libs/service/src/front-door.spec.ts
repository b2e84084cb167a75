import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import { clientAddress } from './front-door.js';
import { Secret } from './secret.js';

const token = new Secret('0123456789abcdef');

const from = (headers: Record<string, string>): string => {
  const request = new IncomingMessage(new Socket());
  Object.defineProperty(request.socket, 'remoteAddress', { value: '198.51.100.9' });
  Object.assign(request.headers, headers);
  return clientAddress(request, token);
};

describe('the address of a client', () => {
  it('is its connection’s', () => expect(from({})).toBe('198.51.100.9'));
  it('is not what the client writes', () => {
    expect(from({ 'x-forwarded-for': '203.0.113.1' })).toBe('198.51.100.9');
    expect(from({ 'x-forwarded-for': '203.0.113.1', 'accord-front-door': 'a-guess' })).toBe('198.51.100.9');
  });
  it('is what the front door says, proven by its token', () =>
    expect(from({ 'x-forwarded-for': '203.0.113.1, 10.0.0.1', 'accord-front-door': '0123456789abcdef' })).toBe(
      '203.0.113.1',
    ));
});
