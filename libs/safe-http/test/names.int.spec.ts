import { eventually } from '@accord/testing/eventually';
import type { SafeHttp } from '../src/safe-http.js';
import type { SafeHttpOptions } from '../src/settings.js';
import { openSink, testClient } from './support/cleanup.js';
import { hostAt, NameServer, recordOf, type Zone } from './support/name-server.js';
import { answering } from './support/sink.js';

const offer = { body: '{"offer":1}' };
const answered = { kind: 'answered', status: 200 };
const forbidden = { kind: 'refused', reason: 'forbidden-address' };

async function resolving(zone: Zone, options: SafeHttpOptions = {}): Promise<{ names: NameServer; client: SafeHttp }> {
  const names = await NameServer.open(zone);
  return { names, client: testClient({ dnsServers: [names.address], ...options }) };
}

describe('a name', () => {
  it('is resolved for both families, as it stands, and stays the Host of the request', async () => {
    const sink = await openSink(answering());
    const { names, client } = await resolving(hostAt('127.0.0.1'));
    expect(await client.post(sink.url('Partner.Example'), offer).done).toMatchObject({
      ...answered,
      remoteAddress: '127.0.0.1',
    });
    expect(sink.visits[0]?.text).toContain(`\r\nhost: partner.example:${sink.port}\r\n`);
    expect(names.asked.map(({ name, type }) => `${type} ${name}`).sort()).toEqual([
      'A partner.example',
      'AAAA partner.example',
    ]);
  });

  it('with a final dot is the same origin, and the dot is told to nobody', async () => {
    const sink = await openSink(answering());
    const { client } = await resolving(hostAt('127.0.0.1'));
    await client.post(sink.url('partner.example'), offer).done;
    await client.post(sink.url('partner.example.'), offer).done;
    expect([sink.visits.length, sink.requests]).toEqual([1, 2]);
    expect(sink.visits[0]?.text).not.toContain('example.:');
  });

  it('of one label is asked for as such: no search domain is added', async () => {
    const { names, client } = await resolving(() => ({ rcode: 'NXDOMAIN' }));
    await client.post('https://intranet/', offer).done;
    expect(new Set(names.asked.map(({ name }) => name))).toEqual(new Set(['intranet']));
  });

  it('called localhost is asked for like any other: no hosts file is read', async () => {
    const sink = await openSink(answering());
    const { client } = await resolving(() => ({ rcode: 'NXDOMAIN' }));
    expect(await client.post(sink.url('localhost'), offer).done).toMatchObject({ reason: 'dns', sent: 'nothing' });
    expect(sink.visits).toHaveLength(0);
  });

  it('with several addresses is reached at the next if the first does not answer', async () => {
    const sink = await openSink(answering());
    const { client } = await resolving(hostAt('127.0.0.3', '127.0.0.1'), { allow: ['127.0.0.1/32', '127.0.0.3/32'] });
    expect(await client.post(sink.url('partner.example'), offer).done).toMatchObject({
      ...answered,
      remoteAddress: '127.0.0.1',
    });
  });

  it('behind a chain of aliases is judged by where it ends', async () => {
    const chain =
      (end: string): Zone =>
      ({ name, type }) => ({
        answers: [
          { name, type: 'CNAME', data: 'a.example' },
          { name: 'a.example', type: 'CNAME', data: 'b.example' },
          ...recordOf('b.example', type, end),
        ],
      });
    const sink = await openSink(answering());
    const [good, bad] = [await resolving(chain('127.0.0.1')), await resolving(chain('127.0.0.2'))];
    expect(await good.client.post(sink.url('partner.example'), offer).done).toMatchObject(answered);
    expect(await bad.client.post(sink.url('partner.example'), offer).done).toMatchObject(forbidden);
  });
});

describe('a name with an address that is forbidden', () => {
  it.each([
    ['127.0.0.2'],
    ['127.0.0.1', '127.0.0.2'],
    ['127.0.0.2', '127.0.0.1'],
    ['127.0.0.1', '10.1.2.3'],
    ['127.0.0.1', '169.254.169.254'],
    ['127.0.0.1', '0.0.0.0'],
    ['127.0.0.1', '::1'],
    ['127.0.0.1', 'fd00:ec2::254'],
    ['127.0.0.1', '::ffff:127.0.0.1'],
    ['127.0.0.1', '64:ff9b::7f00:1'],
    ['127.0.0.1', '2002:7f00:1::'],
    ['127.0.0.1', ...Array.from({ length: 20 }, (_, index) => `127.0.0.${index + 1}`)],
  ])('is refused, whatever else it has: %s %s', async (...addresses) => {
    const sink = await openSink(answering());
    const { client } = await resolving(hostAt(...addresses));
    expect(await client.post(sink.url('partner.example'), offer).done).toMatchObject(forbidden);
    expect(sink.visits).toHaveLength(0);
  });

  it('is refused even if the other family could not be asked', async () => {
    const { client } = await resolving(({ name, type }) =>
      type === 'A' ? { answers: recordOf(name, type, '10.0.0.1') } : { rcode: 'SERVFAIL' },
    );
    expect(await client.post('https://partner.example/', offer).done).toMatchObject(forbidden);
  });

  it('is refused in words that do not say where it leads', async () => {
    const { client } = await resolving(hostAt('10.20.30.40'));
    const outcome = await client.post('https://partner.example/', offer).done;
    expect(JSON.stringify(outcome)).not.toMatch(/\d+\.\d+|:\d/);
  });
});

describe('a name that changes its meaning', () => {
  it.each([0, 3_600])('is judged anew at every connection, whatever its time to live (%i s)', async (ttl) => {
    const inside = await openSink(answering(), { host: '127.0.0.2' });
    const sink = await openSink(answering(), { port: inside.port });
    const { client } = await resolving(
      ({ name, type, before }) => ({ answers: recordOf(name, type, before === 0 ? '127.0.0.1' : '127.0.0.2', ttl) }),
      { maxConnectionAgeMs: 0 },
    );
    expect(await client.post(sink.url('partner.example'), offer).done).toMatchObject(answered);
    expect(await client.post(sink.url('partner.example'), offer).done).toMatchObject(forbidden);
    expect([sink.requests, inside.visits.length]).toEqual([1, 0]);
  });

  it('is not looked up again between the check and the connection', async () => {
    const sink = await openSink(answering());
    const { names, client } = await resolving(hostAt('127.0.0.1'));
    await client.post(sink.url('partner.example'), offer).done;
    expect(names.asked).toHaveLength(2);
  });

  it('does not lead a kept connection elsewhere', async () => {
    const sink = await openSink(answering());
    const { client } = await resolving(({ name, type, before }) => ({
      answers: recordOf(name, type, before === 0 ? '127.0.0.1' : '127.0.0.2'),
    }));
    for (let turn = 0; turn < 3; turn += 1)
      expect(await client.post(sink.url('partner.example'), offer).done).toMatchObject(answered);
    expect(sink.visits).toHaveLength(1);
  });
});

describe('a name that cannot be resolved', () => {
  const a: Zone = ({ name, type }) => ({ answers: recordOf(name, type, '127.0.0.1') });
  it.each<[string, Zone, string]>([
    ['does not exist', () => ({ rcode: 'NXDOMAIN' }), 'ENOTFOUND'],
    ['has no address', () => ({}), 'ENODATA'],
    ['has a failing server', () => ({ rcode: 'SERVFAIL' }), 'ESERVFAIL'],
    ['fails for one family', (lookup) => (lookup.type === 'A' ? a(lookup) : { rcode: 'SERVFAIL' }), 'ESERVFAIL'],
  ])('(%s) is sent nothing', async (_what, zone, detail) => {
    const { client } = await resolving(zone);
    expect(await client.post('https://partner.example/', offer).done).toMatchObject({
      kind: 'failed',
      reason: 'dns',
      detail,
      sent: 'nothing',
    });
  });

  it.each<[string, Zone]>([
    ['silent', () => 'silence'],
    ['slow', (lookup) => ({ ...Object(a(lookup)), delayMs: 4_000 })],
  ])('(its server is %s) is given up within the budget', async (_what, zone) => {
    const { client } = await resolving(zone, { dnsTimeoutMs: 1_000 });
    const outcome = await client.post('https://partner.example/', offer).done;
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'dns', sent: 'nothing' });
    expect(outcome.kind === 'failed' && outcome.durationMs).toBeLessThan(2_000);
  });

  it('does not hold up the others, however many they are', async () => {
    const sink = await openSink(answering());
    const { names, client } = await resolving((lookup) => (lookup.name.startsWith('slow') ? 'silence' : a(lookup)));
    const slow = Array.from({ length: 50 }, (_, index) => client.post(`https://slow${index}.example/`, offer));
    await eventually(() => expect(names.asked.length).toBeGreaterThanOrEqual(100));
    const outcome = await client.post(sink.url('partner.example'), offer).done;
    expect(outcome).toMatchObject(answered);
    expect(outcome.kind === 'answered' && outcome.durationMs).toBeLessThan(2_500);
    await Promise.all(slow.map((exchange) => exchange.cut('enough')));
  });
});
