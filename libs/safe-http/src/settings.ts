export interface SafeHttpOptions {
  /** Blocks exempt from the address rule, e.g. `127.0.0.1/32` for sinks of a test; exactly those. */
  readonly allow?: readonly string[];
  /** Nothing but the exempt blocks may be reached: no test talks to the internet. */
  readonly confined?: boolean;
  /** Ports a request may go to. Default: 443 only. */
  readonly ports?: readonly number[] | 'any';
  /** `http:` too, to exempt addresses only. For tests. */
  readonly allowHttp?: boolean;
  /** `address:port` of name servers instead of the system's. */
  readonly dnsServers?: readonly string[];
  /** PEM certificates of authorities trusted beside the default ones. */
  readonly extraCa?: readonly string[];
  readonly totalTimeoutMs?: number;
  readonly dnsTimeoutMs?: number;
  /** TCP and TLS together. */
  readonly connectTimeoutMs?: number;
  readonly maxRequestBytes?: number;
  /** A reply's body is read up to here, then its connection is reset. */
  readonly maxReplyBytes?: number;
  readonly keepReplyBytes?: number;
  readonly maxConnectionsPerOrigin?: number;
  readonly idleTimeoutMs?: number;
  /** An older connection is not used again, so that a partner that moved is followed. */
  readonly maxConnectionAgeMs?: number;
  readonly userAgent?: string;
}

const kib = 1024;

const defaults: Required<Omit<SafeHttpOptions, 'allow' | 'dnsServers' | 'extraCa'>> = {
  ports: [443],
  confined: false,
  allowHttp: false,
  totalTimeoutMs: 10_000,
  dnsTimeoutMs: 3_000,
  connectTimeoutMs: 3_000,
  maxRequestBytes: 256 * kib,
  maxReplyBytes: 64 * kib,
  keepReplyBytes: 16 * kib,
  maxConnectionsPerOrigin: 8,
  idleTimeoutMs: 10_000,
  maxConnectionAgeMs: 300_000,
  userAgent: 'Accord',
};

export type Settings = SafeHttpOptions & typeof defaults;

/** An option that is given as undefined counts as not given. */
export function settingsOf(options: SafeHttpOptions): Settings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { ...defaults, ...given };
}
