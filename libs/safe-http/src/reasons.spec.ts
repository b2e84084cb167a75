import fc from 'fast-check';
import { classify, codeOf, messageFor, type FailureReason } from './reasons.js';

const withCode = (code: string, message = '10.0.0.7:443 says no'): Error => Object.assign(new Error(message), { code });

describe('what a partner is told', () => {
  it.each([
    ['dns', 'ENOTFOUND', 'The host of this address does not exist, or is not on the public internet.'],
    ['connect', 'ECONNREFUSED', 'The host refused the connection.'],
    ['tls', 'CERT_HAS_EXPIRED', 'The certificate has expired.'],
    ['connect', 'EHOSTUNREACH', 'The connection could not be made.'],
    ['cut', 'ENOTFOUND', 'The request was stopped by the sender.'],
  ] as const)('about %s %s: %s', (reason, detail, text) => expect(messageFor(reason, detail)).toBe(text));

  it('about a name inside our network is what it would be about one that does not exist', () => {
    expect(messageFor('forbidden-address')).toBe(messageFor('dns', 'ENOTFOUND'));
    expect(messageFor('forbidden-address')).toBe(messageFor('dns', 'ENODATA'));
  });

  it('never repeats what an error, a name server or a caller said', () => {
    const reasons: FailureReason[] = ['dns', 'connect', 'tls', 'timeout', 'cut', 'reset', 'protocol', 'early-answer'];
    fc.assert(
      fc.property(
        fc.constantFrom(...reasons),
        fc.oneof(fc.string(), fc.constantFrom('toString', '__proto__', 'constructor')),
        (reason, detail) => expect(messageFor(reason, detail)).toBe(messageFor(reason)),
      ),
    );
  });
});

describe('an error under way', () => {
  it.each([
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['UND_ERR_SOCKET', 'reset'],
    ['UND_ERR_HEADERS_OVERFLOW', 'protocol'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'protocol'],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'tls'],
  ])('%s is a failure of class %s', (code, reason) =>
    expect(classify(withCode(code))).toEqual({ reason, detail: code }),
  );

  it('keeps its code only', () => {
    expect(codeOf(withCode('EACCES'))).toBe('EACCES');
    expect([codeOf(new Error('10.0.0.7')), codeOf('10.0.0.7'), codeOf(null), codeOf({ code: 5 })]).toEqual(
      Array(4).fill('UNKNOWN'),
    );
  });
});
