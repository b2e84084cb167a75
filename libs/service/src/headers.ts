import { Problem } from './problem.js';

/** The entity tag of a numbered thing: revision 3 is `"3"`. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version a caller read before it changes something; lost updates are refused by comparing it.
 * @throws Problem precondition-required, malformed-header
 */
export function ifMatchVersion(header: string | undefined): number {
  if (header === undefined) {
    throw new Problem('precondition-required', 'Send If-Match with the ETag of the version you read.', [
      { pointer: '/if-match', in: 'header', code: 'required', message: 'send the ETag you got when you read it' },
    ]);
  }
  const version = /^"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw malformed('if-match', 'must be one strong ETag, as it was given: "3"');
  }
  return Number(version);
}

/** @throws Problem precondition-failed */
export function assertVersion(read: number, current: number): void {
  if (read !== current) {
    throw new Problem(
      'precondition-failed',
      `You read version ${read}, the current one is ${current}: read it again and repeat your change.`,
      [{ pointer: '/if-match', in: 'header', code: 'stale', message: `the current version is "${current}"` }],
      { headers: { etag: etagOf(current) } },
    );
  }
}

/**
 * A caller's own name for a request, so that asking twice does it once.
 * @throws Problem idempotency-key-required, malformed-header
 */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined) {
    throw new Problem('idempotency-key-required', 'Send Idempotency-Key with a value of your own, such as a UUID.', [
      {
        pointer: '/idempotency-key',
        in: 'header',
        code: 'required',
        message: 'send a value of your own, such as a UUID',
      },
    ]);
  }
  return optionalIdempotencyKey(header);
}

/** The same where the header may be absent. */
export function optionalIdempotencyKey(header: string): string;
export function optionalIdempotencyKey(header: string | undefined): string | undefined;
export function optionalIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"?([\x21\x23-\x7e]{1,200})"?$/.exec(header.trim())?.[1];
  if (key === undefined) throw malformed('idempotency-key', 'must be 1 to 200 visible ASCII characters');
  return key;
}

/** How many milliseconds the caller wants to wait for an answer that is final (RFC 7240), within what we offer. */
export function preferredWaitMs(header: string | undefined, longestMs: number): number {
  const wait = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:[,;]|$)/i.exec(header ?? '')?.[1];
  return wait === undefined ? longestMs : Math.min(Number(wait) * 1_000, longestMs);
}

const malformed = (name: string, message: string): Problem =>
  new Problem('malformed-header', `The header ${name} cannot be understood: it ${message}.`, [
    { pointer: `/${name}`, in: 'header', code: 'wrong-format', message },
  ]);
