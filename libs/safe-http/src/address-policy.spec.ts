import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { AddressPolicy } from './address-policy.js';

const policy = new AddressPolicy();

const forbidden = [
  ...['0.0.0.0', '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255', '100.100.100.200'],
  ...['127.0.0.1', '127.255.255.255', '168.63.129.16', '169.254.0.0', '169.254.169.254', '169.254.255.255'],
  ...['172.16.0.0', '172.31.255.255', '192.0.0.0', '192.0.0.192', '192.0.0.255', '192.0.2.1', '192.88.99.1'],
  ...['192.168.0.0', '192.168.255.255', '198.18.0.0', '198.19.255.255', '198.51.100.1', '203.0.113.255'],
  ...['224.0.0.0', '239.255.255.255', '240.0.0.0', '255.255.255.254', '255.255.255.255'],
  ...['::', '::1', '::2', '::127.0.0.1', '::8.8.8.8', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:8.8.8.8'],
  ...['::5efe:10.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b::10.0.0.1', '64:ff9b:1::1', '100::1', '200::1', '1fff::1'],
  ...['2001::1', '2001:0:53aa:64c::1', '2001:10::1', '2001:20::1', '2001:1ff:ffff::1', '2001:db8::1', '2002::1'],
  ...['2002:808:808::1', '2002:a9fe:a9fe::', '3ffe::1', '3fff::1', '3fff:fff:ffff::1', '4000::1', '5f00::1', '8000::1'],
  ...[
    'fc00::1',
    'fd00:ec2::254',
    'fdff:ffff::1',
    'fe80::1',
    'febf:ffff::1',
    'fec0::1',
    'feff::1',
    'ff02::1',
    'ffff::1',
  ],
];

const open = [
  ...[
    '1.0.0.0',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
  ],
  ...['168.63.129.15', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.0', '192.0.3.0'],
  ...[
    '192.88.98.255',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '198.51.101.0',
    '203.0.112.255',
  ],
  ...[
    '223.255.255.255',
    '2000::1',
    '2001:200::1',
    '2001:4860:4860::8888',
    '2001:db7:ffff::1',
    '2001:db9::1',
    '2003::1',
  ],
  ...['2a00:1450:4007::1', '2606:4700::1111', '3ffd::1', '3ffe:ffff::1'.replace('3ffe', '3ffd'), '3fff:1000::1'],
];

const v4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => bytes.join('.'));
const v6 = fc
  .array(fc.nat(0xffff), { minLength: 8, maxLength: 8 })
  .map((words) => words.map((w) => w.toString(16)).join(':'));

/** Any address of a block. */
function within(block: string): fc.Arbitrary<string> {
  const [network, bits] = ipaddr.parseCIDR(block);
  const bytes = network.toByteArray();
  return fc.uint8Array({ minLength: bytes.length, maxLength: bytes.length }).map((noise) => {
    const mixed = bytes.map((byte, index) => {
      const mask = Math.max(0, Math.min(8, bits - index * 8));
      const keep = (0xff << (8 - mask)) & 0xff;
      return (byte & keep) | ((noise[index] ?? 0) & ~keep & 0xff);
    });
    return ipaddr.fromByteArray(mixed).toString();
  });
}

describe('an address', () => {
  it.each(forbidden)('%s is forbidden', (address) => expect(policy.verdict(address)).toBe('forbidden'));
  it.each(open)('%s is public', (address) => expect(policy.verdict(address)).toBe('public'));
  it.each([
    '',
    'localhost',
    '8.8.8',
    '8.8.8.8.',
    ' 8.8.8.8',
    '08.8.8.8',
    '0x8.8.8.8',
    '[2606:4700::1111]',
    '2606:4700::1111%eth0',
    'fe80::1%1',
  ])('%j, which is none, is forbidden', (text) => expect(policy.verdict(text)).toBe('forbidden'));
});

describe('whole blocks are forbidden', () => {
  const blocks = [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
    ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
    ...[
      '224.0.0.0/4',
      '240.0.0.0/4',
      '::/8',
      '64:ff9b::/96',
      '64:ff9b:1::/48',
      '100::/64',
      '2001::/32',
      '2001:db8::/32',
    ],
    ...['2002::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  ];
  it.each(blocks)('%s', (block) => {
    fc.assert(fc.property(within(block), (address) => policy.verdict(address) === 'forbidden'));
  });
});

describe('an IPv4 address wrapped in an IPv6 one', () => {
  const hex = (address: string): string =>
    ipaddr.IPv4.parse(address).toIPv4MappedAddress().toString().slice('::ffff:'.length);
  it.each<[string, (inner: string) => string]>([
    ['compatible', (inner) => `::${inner}`],
    ['mapped', (inner) => `::ffff:${inner}`],
    ['mapped, in hex', (inner) => `::ffff:${hex(inner)}`],
    ['translated', (inner) => `::ffff:0:${inner}`],
    ['NAT64', (inner) => `64:ff9b::${inner}`],
    ['local NAT64', (inner) => `64:ff9b:1::${inner}`],
    ['6to4', (inner) => `2002:${hex(inner)}::`],
    ['Teredo', (inner) => `2001::${inner}`],
  ])('(%s) is forbidden whatever it wraps', (_what, wrap) => {
    fc.assert(fc.property(v4, (inner) => policy.verdict(wrap(inner)) === 'forbidden'));
  });
});

it('agrees with another table on which addresses are public, but for what is stricter here', () => {
  const unicast = (address: string): boolean => ipaddr.parse(address).range() === 'unicast';
  fc.assert(
    fc.property(v4, (address) => policy.verdict(address) !== 'public' || unicast(address)),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(v4, (address) => policy.verdict(address) === 'public' || !unicast(address)),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(v6, (address) => policy.verdict(address) !== 'public' || unicast(address)),
    { numRuns: 2_000 },
  );
});

describe('a confined policy', () => {
  it('reaches its blocks and nothing else, public addresses included', () => {
    const confined = new AddressPolicy(['127.0.0.1/32'], true);
    expect(confined.verdict('127.0.0.1')).toBe('exempt');
    expect(confined.verdict('::1')).toBe('forbidden');
    fc.assert(fc.property(v4, (address) => address === '127.0.0.1' || confined.verdict(address) === 'forbidden'));
    fc.assert(fc.property(v6, (address) => confined.verdict(address) === 'forbidden'));
  });
});

describe('an exemption', () => {
  const exempting =
    (...allow: string[]): ((address: string) => string) =>
    (address) =>
      new AddressPolicy(allow).verdict(address);

  it('reaches exactly as far as its block', () => {
    const verdict = exempting('127.0.0.1/32');
    expect(verdict('127.0.0.1')).toBe('exempt');
    fc.assert(
      fc.property(within('127.0.0.0/8'), (address) => (verdict(address) === 'exempt') === (address === '127.0.0.1')),
    );
  });

  it.each([
    '127.0.0.0',
    '127.0.0.2',
    '0.0.0.0',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
  ])('of 127.0.0.1 is none of %s', (address) => expect(exempting('127.0.0.1/32')(address)).toBe('forbidden'));

  it('may be a bare address, or IPv6, which exempts no IPv4', () => {
    expect(exempting('10.1.2.3')('10.1.2.3')).toBe('exempt');
    expect(exempting('10.1.2.3')('10.1.2.4')).toBe('forbidden');
    expect(exempting('::1')('::1')).toBe('exempt');
    expect(exempting('::/0')('127.0.0.1')).toBe('forbidden');
    expect(exempting('fd00::/8')('fd12::1')).toBe('exempt');
  });
});
