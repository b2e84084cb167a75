import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/**
 * IPv4 that is not someone else's public host: the IANA special-purpose registry's blocks that are not globally
 * reachable, what is reserved or multicast, and one cloud endpoint that wears a public address.
 */
const forbiddenV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32', // Azure's platform endpoint, answered from inside a virtual machine only
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/**
 * IPv6: all but the one block of global unicast addresses (2000::/3) is forbidden, which covers loopback, v4-compatible,
 * mapped and translated forms, NAT64, unique and link local, and multicast. Inside it, what is not a host or wraps an
 * IPv4 address: protocol assignments with Teredo, documentation, 6to4, 6bone.
 */
const forbiddenV6 = [
  '::/3',
  '4000::/2',
  '8000::/1',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3ffe::/16',
  '3fff::/20',
];

export type AddressVerdict = 'public' | 'exempt' | 'forbidden';

/**
 * Which addresses a request may go to. Two lists a family, never one for both: a BlockList applies IPv6 blocks to IPv4
 * addresses and the reverse, so an exemption of 127.0.0.1 would also exempt ::ffff:127.0.0.1.
 */
export class AddressPolicy {
  readonly #forbidden = { ipv4: listOf(forbiddenV4), ipv6: listOf(forbiddenV6) };
  readonly #exempt: { ipv4: BlockList; ipv6: BlockList };
  readonly #confined: boolean;

  /**
   * @param allow blocks (`127.0.0.1/32`) exempt from the rule, exactly as far as they reach. @throws on anything else
   * @param confined nothing but these blocks may be reached, no public address either
   */
  constructor(allow: readonly string[] = [], confined = false) {
    this.#confined = confined;
    const v6 = allow.filter((block) => block.includes(':'));
    this.#exempt = { ipv4: listOf(allow.filter((block) => !block.includes(':'))), ipv6: listOf(v6) };
  }

  /** Anything that is not plainly an address (a name, a zone, a typing error) is forbidden. */
  verdict(address: string): AddressVerdict {
    if (isIPv4(address)) return this.#judge(address, 'ipv4');
    if (isIPv6(address) && !address.includes('%')) return this.#judge(address, 'ipv6');
    return 'forbidden';
  }

  #judge(address: string, family: 'ipv4' | 'ipv6'): AddressVerdict {
    if (this.#exempt[family].check(address, family)) return 'exempt';
    return this.#confined || this.#forbidden[family].check(address, family) ? 'forbidden' : 'public';
  }
}

function listOf(blocks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [, network = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(block) ?? [];
    const family = isIPv6(network) ? 'ipv6' : 'ipv4';
    if (!isIP(network)) throw new Error(`Not a block of addresses: ${block}`);
    list.addSubnet(network, Number(length ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}
