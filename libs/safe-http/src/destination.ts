import { isIP } from 'node:net';
import type { RefusalReason } from './reasons.js';

/** Where a request goes, read once from its URL: what is checked is what is connected to. */
export interface Destination {
  /** Scheme, host and port in one spelling: one pool of connections each. */
  readonly origin: string;
  readonly secure: boolean;
  /** A literal is connected to as it stands; a name (without a final dot) is resolved first. */
  readonly host: { readonly kind: 'literal' | 'name'; readonly value: string };
  readonly port: number;
  readonly path: string;
}

export interface DestinationRules {
  readonly allowHttp: boolean;
  readonly ports: readonly number[] | 'any';
}

const longestUrl = 4096;
const unexpected = /[\u0000-\u0020\u007f\\]/;
const name = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/;

/**
 * The WHATWG parser turns every spelling of an IPv4 address (decimal, hex, octal, short, full-width) into the dotted
 * one, so the address policy sees what the system would connect to.
 */
export function parseDestination(text: string, rules: DestinationRules): Destination | RefusalReason {
  const url = text.length > longestUrl || unexpected.test(text) ? null : URL.parse(text);
  if (!url) return 'invalid-url';
  const secure = url.protocol === 'https:';
  if (!secure && !(rules.allowHttp && url.protocol === 'http:')) return 'scheme';
  if (url.username !== '' || url.password !== '') return 'userinfo';
  const port = Number(url.port || (secure ? 443 : 80));
  if (port === 0 || (rules.ports !== 'any' && !rules.ports.includes(port))) return 'port';
  const host = hostOf(url.hostname);
  if (!host) return 'invalid-url';
  const authority = isIP(host.value) === 6 ? `[${host.value}]` : host.value;
  return {
    origin: `${url.protocol}//${authority}:${port}`,
    secure,
    host,
    port,
    path: url.pathname + url.search,
  };
}

function hostOf(hostname: string): Destination['host'] | undefined {
  const value = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (isIP(value)) return { kind: 'literal', value };
  return name.test(value) ? { kind: 'name', value } : undefined;
}
