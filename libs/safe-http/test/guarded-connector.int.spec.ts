import { createSecureContext } from 'node:tls';
import { AddressPolicy } from '../src/address-policy.js';
import { parseDestination } from '../src/destination.js';
import { dial, type Dial } from '../src/dial.js';
import { GuardedConnector, type Opened } from '../src/guarded-connector.js';
import { GuardedSocket } from '../src/guarded-socket.js';
import { NameResolver } from '../src/name-resolver.js';
import { TimerWheel } from '../src/timer-wheel.js';
import { openSink } from './support/cleanup.js';
import { hostAt, NameServer } from './support/name-server.js';
import { silent } from './support/sink.js';

const allow = ['127.0.0.1/32', '127.0.0.3/32'];

async function connectorWith(dialled: Dial, addresses = ['127.0.0.1'], connectMs = 4_000): Promise<GuardedConnector> {
  const wheel = new TimerWheel();
  const names = await NameServer.open(hostAt(...addresses));
  const resolver = new NameResolver(wheel, 1_000, [names.address]);
  const tls = createSecureContext();
  return new GuardedConnector({
    policy: new AddressPolicy(allow),
    resolver,
    wheel,
    tls,
    connectMs,
    dial: dialled,
  });
}

async function open(connector: GuardedConnector, url: string): Promise<Opened> {
  const destination = parseDestination(url, { allowHttp: true, ports: 'any' });
  if (typeof destination === 'string') throw new Error(destination);
  const opened = await connector.open(destination);
  if (opened.kind === 'opened') opened.wire.raw.destroy();
  return opened;
}

/** An address from which nothing ever comes back. */
const nowhere = (): GuardedSocket => new GuardedSocket();

it('connects to the checked address, never to the name', async () => {
  const sink = await openSink(silent);
  const dialled: string[] = [];
  const connector = await connectorWith((address, port) => {
    dialled.push(address);
    return dial(address, port);
  });
  expect(await open(connector, sink.url('partner.example'))).toMatchObject({ kind: 'opened' });
  expect(dialled).toEqual(['127.0.0.1']);
});

it('looks again at the address it is connected to', async () => {
  const inside = await openSink(silent, { host: '127.0.0.2' });
  const connector = await connectorWith((_address, port) => dial('127.0.0.2', port));
  expect(await open(connector, inside.url('127.0.0.1'))).toEqual({ kind: 'refused', reason: 'forbidden-address' });
});

it('gives up an address that does not answer when the connect budget is spent', async () => {
  const started = performance.now();
  const opened = await open(await connectorWith(nowhere, [], 300), 'http://127.0.0.1:9/');
  expect(opened).toEqual({ kind: 'failed', reason: 'connect', detail: 'ETIMEDOUT' });
  expect(performance.now() - started).toBeGreaterThan(290);
  expect(performance.now() - started).toBeLessThan(2_000);
});

it('leaves each of several addresses its share of the budget', async () => {
  const sink = await openSink(silent);
  const slowly = (port: number): GuardedSocket => {
    const socket = new GuardedSocket();
    setTimeout(() => socket.connect({ host: '127.0.0.1', port }), 200);
    return socket;
  };
  const firstIsDead: Dial = (address, port) => (address === '127.0.0.3' ? nowhere() : slowly(port));
  const connector = await connectorWith(firstIsDead, ['127.0.0.3', '127.0.0.1'], 1_600);
  expect(await open(connector, sink.url('partner.example'))).toMatchObject({ wire: { remoteAddress: '127.0.0.1' } });
});

it('ends what it is opening when it is closed', async () => {
  const connector = await connectorWith(nowhere);
  const started = performance.now();
  const opened = open(connector, 'http://127.0.0.1:9/');
  setTimeout(() => connector.close(), 20);
  expect(await opened).toMatchObject({ kind: 'failed', reason: 'connect' });
  expect(performance.now() - started).toBeLessThan(2_000);
});

it('sends no plain text to the world', async () => {
  const connector = await connectorWith(nowhere, ['93.184.215.14']);
  expect(await open(connector, 'http://partner.example/')).toEqual({ kind: 'refused', reason: 'scheme' });
  expect(await open(connector, 'http://93.184.215.14/')).toEqual({ kind: 'refused', reason: 'scheme' });
});

it('fails, and leaves nothing open, when the system gives it no socket', async () => {
  const connector = await connectorWith(() => {
    throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
  });
  expect(await open(connector, 'http://127.0.0.1:9/')).toEqual({ kind: 'failed', reason: 'connect', detail: 'EMFILE' });
});
