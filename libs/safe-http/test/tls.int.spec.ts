import { createSecureContext, type TlsOptions, type TLSSocket } from 'node:tls';
import { eventually } from '@accord/testing/eventually';
import type { SafeHttp } from '../src/safe-http.js';
import type { SafeHttpOptions } from '../src/settings.js';
import { certificate, trustedAuthority } from './support/certificates.js';
import { openSink, testClient } from './support/cleanup.js';
import { hostAt, NameServer } from './support/name-server.js';
import { answering, reply, silent, type Sink } from './support/sink.js';

const offer = { body: '{"offer":1}' };

/** partner.example is at 127.0.0.1. */
async function clientOf(options: SafeHttpOptions = {}): Promise<SafeHttp> {
  const names = await NameServer.open(hostAt('127.0.0.1'));
  return testClient({ dnsServers: [names.address], extraCa: [trustedAuthority], ...options });
}

const tlsSink = (tls: TlsOptions): Promise<Sink> => openSink(answering(), { tls });
const urlOf = (sink: Sink): string => sink.url('partner.example').replace('http:', 'https:');

describe('a server whose certificate is good for the name', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('is talked to over %s', async (version) => {
    const sink = await tlsSink({ ...certificate('partner'), minVersion: version, maxVersion: version });
    expect(await (await clientOf()).post(urlOf(sink), offer).done).toMatchObject({ kind: 'answered', status: 200 });
  });

  it('learns the name from the handshake and the request, not the address', async () => {
    const asked: string[] = [];
    const SNICallback: TlsOptions['SNICallback'] = (name, done) => {
      asked.push(name);
      done(null, createSecureContext(certificate('partner')));
    };
    const sink = await tlsSink({ ...certificate('other'), SNICallback });
    expect(await (await clientOf()).post(urlOf(sink), offer).done).toMatchObject({ kind: 'answered' });
    expect(asked).toEqual(['partner.example']);
    expect(sink.visits[0]?.text).toContain(`\r\nhost: partner.example:${sink.port}\r\n`);
  });

  it('may be a bare address, if the certificate names that', async () => {
    const good = await tlsSink(certificate('partner'));
    const wrong = await tlsSink(certificate('other'));
    const client = await clientOf();
    expect(await client.post(good.url(), offer).done).toMatchObject({ kind: 'answered' });
    expect(await client.post(wrong.url(), offer).done).toMatchObject({ detail: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  it('is offered HTTP/1.1 only', async () => {
    const sink = await tlsSink({ ...certificate('partner'), ALPNProtocols: ['h2', 'http/1.1'] });
    await (await clientOf()).post(urlOf(sink), offer).done;
    const negotiated: Pick<TLSSocket, 'alpnProtocol'> | undefined = sink.visits[0] && Object(sink.visits[0].socket);
    expect(negotiated?.alpnProtocol).toBe('http/1.1');
  });
});

describe('a server that cannot prove who it is', () => {
  const old = { ...certificate('partner'), ciphers: 'DEFAULT@SECLEVEL=0' };
  it.each<[string, TlsOptions, string]>([
    ['self-signed', certificate('self-signed'), 'not signed by a trusted authority'],
    ['signed by an unknown authority', certificate('swapped'), 'not signed by a trusted authority'],
    ['expired', certificate('expired'), 'has expired'],
    ['for another name', certificate('other'), 'is for another name'],
    ['TLS 1.0', { ...old, minVersion: 'TLSv1', maxVersion: 'TLSv1' }, 'TLS 1.2 or newer'],
    ['TLS 1.1', { ...old, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' }, 'TLS 1.2 or newer'],
  ])('(%s) is sent nothing, and told why', async (_what, tls, why) => {
    const sink = await tlsSink(tls);
    const outcome = await (await clientOf()).post(urlOf(sink), offer).done;
    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'tls',
      sent: 'nothing',
      message: expect.stringContaining(why),
    });
    expect(sink.requests).toBe(0);
  });

  it('is found out on the next connection, though it was good on the last', async () => {
    let context = createSecureContext(certificate('partner'));
    const SNICallback: TlsOptions['SNICallback'] = (_name, done) => done(null, context);
    const sink = await tlsSink({ ...certificate('partner'), SNICallback });
    const client = await clientOf({ maxConnectionAgeMs: 0 });
    expect(await client.post(urlOf(sink), offer).done).toMatchObject({ kind: 'answered' });
    context = createSecureContext(certificate('swapped'));
    expect(await client.post(urlOf(sink), offer).done).toMatchObject({
      kind: 'failed',
      reason: 'tls',
      sent: 'nothing',
    });
    expect(sink.requests).toBe(1);
  });
});

describe('a server that does not speak TLS', () => {
  it.each<[string, string]>([
    ['speaks HTTP', reply('hello')],
    ['speaks noise', '\0'.repeat(100)],
  ])('(%s) is sent nothing', async (_what, greeting) => {
    const sink = await openSink((visit) => void visit.socket.write(greeting));
    const outcome = await (await clientOf()).post(urlOf(sink), offer).done;
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'tls', sent: 'nothing' });
    expect(sink.visits[0]?.text).not.toContain('offer');
  });

  it('(closes) is sent nothing', async () => {
    const sink = await openSink((visit) => void visit.socket.end());
    expect(await (await clientOf()).post(urlOf(sink), offer).done).toMatchObject({ reason: 'tls', sent: 'nothing' });
  });

  it('(says nothing) is given the connect budget', async () => {
    const sink = await openSink(silent);
    const outcome = await (await clientOf({ connectTimeoutMs: 500 })).post(urlOf(sink), offer).done;
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'tls', detail: 'ETIMEDOUT', sent: 'nothing' });
    expect(outcome.kind === 'failed' && outcome.durationMs).toBeLessThan(3_000);
    await eventually(() => expect(sink.visits[0]?.ended).toBe('closed'));
  });
});
