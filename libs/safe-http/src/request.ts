import { type Destination, type DestinationRules, parseDestination } from './destination.js';
import type { RefusalReason } from './reasons.js';

export interface GetInit {
  readonly headers?: Readonly<Record<string, string>>;
  /** From the call to the outcome; the client's own limit if that is shorter. */
  readonly totalTimeoutMs?: number;
}

export interface PostInit extends GetInit {
  readonly body: Buffer | string;
}

/** A request that passed every check that needs no network. */
export interface CheckedRequest {
  readonly method: 'GET' | 'POST';
  readonly destination: Destination;
  /** Names and values in turn, as they are written. */
  readonly headers: string[];
  /** Of a POST. */
  readonly body: Buffer | null;
}

export interface RequestRules extends DestinationRules {
  readonly maxRequestBytes: number;
  readonly userAgent: string;
}

/** Framing, routing and encoding are the client's alone. */
const ownHeaders: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
]);

const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,128}$/;
const headerValue = /^[\t\x20-\x7e]*$/;
const mostHeaderBytes = 16 * 1024;

/** A POST where a body is given, else a GET. */
export function checkRequest(
  url: string,
  init: GetInit | PostInit,
  rules: RequestRules,
): CheckedRequest | RefusalReason {
  const destination = parseDestination(url, rules);
  if (typeof destination === 'string') return destination;
  const headers = checkHeaders(init.headers ?? {});
  if (!headers) return 'invalid-header';
  const body = 'body' in init ? bytesOf(init.body) : null;
  if (body !== null && body.length > rules.maxRequestBytes) return 'body-too-large';
  headers.push('accept-encoding', 'identity', 'user-agent', rules.userAgent);
  return { method: body === null ? 'GET' : 'POST', destination, headers, body };
}

const bytesOf = (body: Buffer | string): Buffer => (typeof body === 'string' ? Buffer.from(body) : body);

function checkHeaders(headers: Readonly<Record<string, string>>): string[] | undefined {
  const flat: string[] = [];
  let size = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (!headerName.test(name) || !headerValue.test(value) || ownHeaders.has(name.toLowerCase())) return undefined;
    flat.push(name, value);
    size += name.length + value.length;
  }
  return size <= mostHeaderBytes ? flat : undefined;
}
