import fc from 'fast-check';
import { AddressPolicy } from './address-policy.js';
import { type Destination, parseDestination } from './destination.js';

const strict = { allowHttp: false, ports: [443] };
const any = { allowHttp: true, ports: 'any' as const };
const policy = new AddressPolicy();

function hostOf(url: string): Destination['host'] {
  const destination = parseDestination(url, any);
  if (typeof destination === 'string') throw new Error(`${url}: ${destination}`);
  return destination.host;
}

type Bytes = [number, number, number, number];
const bytes: fc.Arbitrary<Bytes> = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const numberOf = ([a, b, c, d]: Bytes): number => ((a * 256 + b) * 256 + c) * 256 + d;
const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

describe('an IPv4 address', () => {
  it.each<[string, (address: Bytes) => string]>([
    ['dotted', (address) => address.join('.')],
    ['dotted, with a final dot', (address) => `${address.join('.')}.`],
    ['decimal', (address) => `${numberOf(address)}`],
    ['hex', (address) => `0x${numberOf(address).toString(16)}`],
    ['octal', (address) => `0${numberOf(address).toString(8)}`],
    ['dotted hex', (address) => address.map((byte) => `0X${byte.toString(16)}`).join('.')],
    ['dotted octal', (address) => address.map((byte) => `0${byte.toString(8)}`).join('.')],
    ['two parts', ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`],
    ['three parts', ([a, b, c, d]) => `${a}.${b}.${c * 256 + d}`],
    ['full-width', (address) => wide(address.join('．'))],
    ['ideographic dots', (address) => address.join('。')],
    ['percent-encoded', (address) => address.join('.').replace(/\d/g, (digit) => `%3${digit}`)],
  ])('spelled %s is read as the address it is', (_what, spell) => {
    fc.assert(
      fc.property(bytes, (address) =>
        expect(hostOf(`http://${spell(address)}/`)).toEqual({ kind: 'literal', value: address.join('.') }),
      ),
    );
  });
});

it('an IPv6 address is read without its brackets, in any spelling', () => {
  for (const host of ['[::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::0.0.0.1]']) {
    expect(hostOf(`https://${host}/`)).toEqual({ kind: 'literal', value: '::1' });
  }
  expect(hostOf('https://[::FFFF:127.0.0.1]/')).toEqual({ kind: 'literal', value: '::ffff:7f00:1' });
});

it('nothing that the system might take for an address is read as a name', () => {
  const odd = fc.stringMatching(/^[0-9a-fxA-FX.]{1,20}$/);
  fc.assert(
    fc.property(odd, (text) => {
      const destination = parseDestination(`http://${text}/`, any);
      if (typeof destination === 'string' || destination.host.kind === 'literal') return true;
      return (
        !/(^|\.)(\d+|0x[0-9a-f]*)\.?$/i.test(destination.host.value) &&
        policy.verdict(destination.host.value) === 'forbidden'
      );
    }),
    { numRuns: 2_000 },
  );
});

it('any text is either refused or a destination that says the same when it is read again', () => {
  const url = fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.string(),
    fc.string().map((text) => `https://${text}`),
  );
  fc.assert(
    fc.property(url, (text) => {
      const once = parseDestination(text, any);
      if (typeof once === 'string') return;
      expect(parseDestination(`${once.origin}${once.path}`, any)).toEqual(once);
    }),
    { numRuns: 1_000 },
  );
});

describe('a name', () => {
  it('is lower case, in ASCII, and without a final dot', () => {
    expect(hostOf('https://Partner.Example./')).toEqual({ kind: 'name', value: 'partner.example' });
    expect(hostOf('https://Büro.example/')).toEqual({ kind: 'name', value: 'xn--bro-hoa.example' });
  });

  it.each([
    'a..example',
    '-a.example',
    'a-.example',
    '.example',
    'example..',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(127)}aa`,
    'a,b',
    'a*b',
    'a~b',
  ])('%s is none', (host) => expect(parseDestination(`https://${host}/`, strict)).toBe('invalid-url'));
});

describe('an origin', () => {
  const originOf = (url: string): string => {
    const destination = parseDestination(url, any);
    return typeof destination === 'string' ? destination : destination.origin;
  };
  it.each([
    ['https://partner.example', 'https://partner.example:443'],
    ['https://PARTNER.example.:443/a?b', 'https://partner.example:443'],
    ['http://partner.example', 'http://partner.example:80'],
    ['https://[2606:4700:0::1111]:8443', 'https://[2606:4700::1111]:8443'],
    ['http://0x7f.1:81', 'http://127.0.0.1:81'],
  ])('%s is %s', (url, origin) => expect(originOf(url)).toBe(origin));
});

describe('the rest of an address', () => {
  it('keeps path and query, and drops the fragment', () => {
    expect(parseDestination('https://partner.example/a b/../c?d=é#e'.replace(' ', '%20'), strict)).toMatchObject({
      path: '/c?d=%C3%A9',
    });
  });

  it.each([
    'https://partner.example/\r\nhost:x',
    ' https://partner.example/',
    'https://part\tner.example/',
    'https:\\\\partner.example',
    `https://partner.example/${'a'.repeat(5_000)}`,
  ])('%j is refused, though a parser would mend it', (url) =>
    expect(parseDestination(url, strict)).toBe('invalid-url'),
  );

  it('may use the ports that are listed', () => {
    const rules = { allowHttp: false, ports: [443, 8443] };
    expect(parseDestination('https://partner.example:8443/', rules)).toMatchObject({ port: 8443 });
    expect(parseDestination('https://partner.example:8444/', rules)).toBe('port');
    expect(parseDestination('https://partner.example:0/', any)).toBe('port');
  });
});
