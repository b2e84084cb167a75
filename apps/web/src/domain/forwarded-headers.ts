/** Names in lower case, as Node gives them. */
type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** RFC 9110: they speak of one connection, not of the message. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What only we may say, or what is ours alone to read: our pages' cookies are no service's business. */
const ours =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|true-client-ip|accord-front-door|x-request-id|cookie|expect|host|traceparent)$/;

/** What we say of a request that we hand on. */
export interface HandedOn {
  readonly host: string;
  readonly clientAddress: string;
  readonly clientHost: string | undefined;
  readonly protocol: 'http' | 'https';
  readonly traceparent: string | undefined;
  /** Proves to the service that these headers are ours. */
  readonly proof: string;
}

/** The headers of a request as a service gets them. */
export function towardsService(headers: Headers, on: HandedOn): Headers {
  return {
    ...without(headers, (name) => ours.test(name)),
    host: on.host,
    'x-forwarded-for': on.clientAddress,
    'x-forwarded-proto': on.protocol,
    ...(on.clientHost !== undefined && { 'x-forwarded-host': on.clientHost }),
    ...(on.traceparent !== undefined && { traceparent: on.traceparent }),
    'accord-front-door': on.proof,
  };
}

/** The headers of an answer as the client gets them. */
export const towardsClient = (headers: Headers): Headers => without(headers, (name) => name === 'x-powered-by');

function without(headers: Headers, left: (name: string) => boolean): Headers {
  const named = String(headers['connection'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.has(name) && !named.includes(name) && !left(name)),
  );
}
