/** Our own rules. Trying again changes nothing unless the address, or what its name means, changes (`closed` apart). */
export type RefusalReason =
  'invalid-url' | 'scheme' | 'userinfo' | 'port' | 'forbidden-address' | 'invalid-header' | 'body-too-large' | 'closed';

/** What went wrong on the way. Trying again later may help. */
export type FailureReason = 'dns' | 'connect' | 'tls' | 'timeout' | 'cut' | 'reset' | 'protocol' | 'early-answer';

/** One text for both, or an address could be used to find out which names exist inside our network. */
const elsewhere = 'The host of this address does not exist, or is not on the public internet.';

const texts: Record<RefusalReason | FailureReason, string> = {
  'invalid-url': 'This is not an address a request can be sent to.',
  scheme: 'The address must begin with https://.',
  userinfo: 'The address must not hold a user name or a password.',
  port: 'This port is not allowed; use 443.',
  'forbidden-address': elsewhere,
  'invalid-header': 'The request has a header that must not be sent.',
  'body-too-large': 'The request is larger than a partner may be sent.',
  closed: 'The sender is shutting down.',
  dns: 'The name of the host could not be resolved.',
  connect: 'The connection could not be made.',
  tls: 'A secure connection could not be made.',
  timeout: 'No complete answer came in time.',
  cut: 'The request was stopped by the sender.',
  reset: 'The connection broke before the answer was complete.',
  protocol: 'The answer is not valid HTTP/1.1.',
  'early-answer': 'The answer came before the request was wholly sent.',
};

const untrusted = 'The certificate is not signed by a trusted authority, or its chain is incomplete.';
const oldProtocol = 'The server does not offer TLS 1.2 or newer.';

/** What a partner can act on; every other detail stays in the logs. */
const closer: Readonly<Record<string, string>> = {
  ENOTFOUND: elsewhere,
  ENODATA: elsewhere,
  ECONNREFUSED: 'The host refused the connection.',
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  CERT_NOT_YET_VALID: 'The certificate is not valid yet.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name.',
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  ERR_SSL_UNSUPPORTED_PROTOCOL: oldProtocol,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: oldProtocol,
};

const refined: ReadonlySet<string> = new Set(['dns', 'connect', 'tls']);

/** A fixed text: built from nothing the partner, its name server or our network said, so it cannot reveal an address. */
export function messageFor(reason: RefusalReason | FailureReason, detail?: string): string {
  return (
    (refined.has(reason) && detail !== undefined && Object.hasOwn(closer, detail) && closer[detail]) || texts[reason]
  );
}

const protocolCodes: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH']);
const badAnswers: ReadonlySet<string> = new Set(['bad response', 'bad upgrade']);

/** The class of an error that ended a request under way. */
export function classify(error: Error): { reason: FailureReason; detail: string } {
  // The parser's errors have lost their code on the way out of undici.
  if (error.name === 'HTTPParserError') return { reason: 'protocol', detail: 'HPE' };
  const detail = codeOf(error);
  if (protocolCodes.has(detail) || badAnswers.has(error.message)) return { reason: 'protocol', detail };
  return { reason: detail.startsWith('ERR_SSL_') ? 'tls' : 'reset', detail };
}

/** The stable code of a system, OpenSSL or HTTP client error; its message may hold addresses and is never used. */
export function codeOf(error: unknown): string {
  const coded = typeof error === 'object' && error !== null && 'code' in error;
  return coded && typeof error.code === 'string' ? error.code : 'UNKNOWN';
}
