import { openSink, testClient } from './support/cleanup.js';
import { answering, type Sink } from './support/sink.js';
import { SafeHttp } from '../src/safe-http.js';

const offer = { body: '{"offer":1}' };

/** Every way to this machine but 127.0.0.1 itself; without the guard, most of them reach a sink that listens everywhere. */
const waysIn = [
  '127.0.0.2',
  '127.1.1.1',
  '127.2',
  '2130706434',
  '0x7f.0.0.2',
  '0177.0.0.2',
  '0x7f000002',
  '017700000002',
  '①②⑦.⓪.⓪.②',
  '127。0。0。2',
  '0',
  '0.0.0.0',
  '0x0',
  '127.0.0.2.',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0000:0000:0000:0000:0000:ffff:7f00:0001]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
];

describe('with 127.0.0.1 exempt, as in the test profile', () => {
  it.each(waysIn)('%s stays refused, over http and https', async (host) => {
    const sink = await openSink(answering(), { host: '0.0.0.0' });
    const client = testClient();
    for (const scheme of ['http', 'https']) {
      const url = `${scheme}://${host}:${sink.port}/`;
      expect(await client.post(url, offer).done).toMatchObject({ kind: 'refused', reason: 'forbidden-address' });
    }
    expect(sink.visits).toHaveLength(0);
  });

  it.each(['127.0.0.1', '127.1', '2130706433', '0x7f.1', '017700000001', '①②⑦.⓪.⓪.①', '127.0.0.1.'])(
    '%s is the exempt address',
    async (host) => {
      const sink = await openSink(answering());
      expect(await testClient().post(sink.url(host), offer).done).toMatchObject({ kind: 'answered' });
    },
  );
});

describe('without exemptions, as in production', () => {
  const production = (): SafeHttp => new SafeHttp();
  const refusalOf = async (url: string): Promise<string> => {
    const outcome = await production().post(url, offer).done;
    return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
  };

  it.each([
    ['https://127.0.0.1/', 'forbidden-address'],
    ['https://10.0.0.1/', 'forbidden-address'],
    ['https://169.254.169.254/latest/meta-data/', 'forbidden-address'],
    ['https://[fd00:ec2::254]/', 'forbidden-address'],
    ['http://partner.example/', 'scheme'],
    ['http://127.0.0.1/', 'scheme'],
    ['ftp://partner.example/', 'scheme'],
    ['file:///etc/hostname', 'scheme'],
    ['data:text/plain,hello', 'scheme'],
    ['https://partner.example:8443/', 'port'],
    ['https://partner.example:80/', 'port'],
    ['https://partner.example:0/', 'port'],
    ['https://user@partner.example/', 'userinfo'],
    ['https://user:password@partner.example/', 'userinfo'],
    ['https://:password@partner.example/', 'userinfo'],
    ['https://1:2@[::1]/', 'userinfo'],
    ['https://partner.example@127.0.0.1/', 'userinfo'],
    ['partner.example', 'invalid-url'],
    ['', 'invalid-url'],
    ['https://', 'invalid-url'],
    ['https://1.2.3.4.5/', 'invalid-url'],
    ['https://256.0.0.1/', 'invalid-url'],
    ['https://[fe80::1%25eth0]/', 'invalid-url'],
    ['https://partner.example:99999/', 'invalid-url'],
  ])('%s: %s', async (url, reason) => {
    expect(await refusalOf(url)).toBe(reason);
  });
});

describe('what is sent', () => {
  let sink: Sink;
  beforeEach(async () => (sink = await openSink(answering())));

  it('may be as large as the cap, and no larger', async () => {
    const client = testClient();
    expect(await client.post(sink.url(), { body: 'x'.repeat(256 * 1024) }).done).toMatchObject({ kind: 'answered' });
    const outcome = await client.post(sink.url(), { body: 'é'.repeat(128 * 1024) + 'x' }).done;
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'body-too-large' });
    expect(sink.requests).toBe(1);
  });

  it.each<Record<string, string>>([
    { host: 'other.example' },
    { 'Content-Length': '0' },
    { 'transfer-encoding': 'chunked' },
    { connection: 'upgrade' },
    { expect: '100-continue' },
    { 'accept-encoding': 'gzip' },
    { 'x-split': 'a\r\nhost: other.example' },
    { 'x split': 'a' },
    { '': 'a' },
    { 'x-wide': 'é' },
    { 'x-long': 'a'.repeat(20_000) },
  ])("holds no header of the client's own or that breaks the head: %j", async (headers) => {
    const outcome = await testClient().post(sink.url(), { ...offer, headers }).done;
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'invalid-header' });
    expect(sink.visits).toHaveLength(0);
  });
});

it.each([['127.0.0.1/33'], ['partner.example'], ['127.0.0.1/'], ['10.0.0.0/8/8'], ['']])(
  'an exemption that is not a block of addresses is a mistake of configuration: %j',
  (block) => expect(() => new SafeHttp({ allow: [block] })).toThrow(),
);
