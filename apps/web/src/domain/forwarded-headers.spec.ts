import { type HandedOn, towardsClient, towardsService } from './forwarded-headers.js';

const on: HandedOn = {
  host: '127.0.0.1:8081',
  clientAddress: '203.0.113.7',
  clientHost: 'accord.example',
  protocol: 'http',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  proof: 'front-door-token',
};

describe('a request on its way to a service', () => {
  it('keeps what is between the client and the service', () => {
    const kept = {
      authorization: 'Bearer x',
      'content-type': 'application/json',
      'content-length': '3',
      'idempotency-key': 'k',
      'if-match': '"3"',
      prefer: 'wait=1',
      accept: '*/*',
      'accept-encoding': 'gzip',
    };
    expect(towardsService(kept, on)).toMatchObject(kept);
  });

  it('says where it comes from in our words only', () => {
    const spoofed = {
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-port': '1',
      'x-forwarded-user': 'root',
      forwarded: 'for=127.0.0.1',
      'x-real-ip': '127.0.0.1',
      'accord-front-door': 'guess',
      'x-request-id': 'mine',
      cookie: 'session=x',
      host: 'evil.example',
      traceparent: '00-00000000000000000000000000000000-0000000000000000-00',
    };
    expect(towardsService(spoofed, on)).toEqual({
      host: '127.0.0.1:8081',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': 'accord.example',
      'x-forwarded-proto': 'http',
      'accord-front-door': 'front-door-token',
      traceparent: on.traceparent,
    });
  });

  it('leaves behind what concerns the connection, also what the client names so', () => {
    const hop = {
      connection: 'keep-alive, X-Secret',
      'keep-alive': 'timeout=5',
      te: 'trailers',
      upgrade: 'websocket',
      'transfer-encoding': 'chunked',
      'x-secret': '1',
      'proxy-authorization': 'x',
    };
    expect(Object.keys(towardsService(hop, on)).sort()).toEqual([
      'accord-front-door',
      'host',
      'traceparent',
      'x-forwarded-for',
      'x-forwarded-host',
      'x-forwarded-proto',
    ]);
  });
});

it('an answer keeps what is the client’s, several cookies and links included', () =>
  expect(
    towardsClient({
      'content-type': 'text/event-stream',
      'set-cookie': ['a', 'b'],
      connection: 'close',
      'transfer-encoding': 'chunked',
      'x-powered-by': 'x',
    }),
  ).toEqual({
    'content-type': 'text/event-stream',
    'set-cookie': ['a', 'b'],
  }));
