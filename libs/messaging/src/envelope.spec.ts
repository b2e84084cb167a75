import fc from 'fast-check';

import { headersOf, readEnvelope, type Envelope } from './envelope.js';
import { Poison } from './poison.js';

const envelope: Envelope = {
  id: '0190b0c0-0000-7000-8000-000000000001',
  type: 'offer.revised',
  source: 'intake',
  occurredAt: new Date('2026-03-01T09:00:00.000Z'),
  key: 'offre-é',
  version: 7,
  traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
};
const bytesOf = (headers: Record<string, string>): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value)]));
const read = (headers: Record<string, Buffer>, key: Buffer | null = Buffer.from(envelope.key)) =>
  readEnvelope({ key, headers });

describe('an envelope', () => {
  it('is read as it was written', () => expect(read(bytesOf(headersOf(envelope)))).toEqual(envelope));
  it('may lack a trace', () => {
    const { traceparent: _left, ...rest } = envelope;
    expect(read(bytesOf(headersOf(rest)))).toEqual(rest);
  });
  it.each(['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_time', 'ce_subject', 'accord_version'])(
    'without %s is poison',
    (name) => {
      const { [name]: _left, ...rest } = bytesOf(headersOf(envelope));
      expect(() => read(rest)).toThrow(`header ${name} is missing`);
    },
  );
  it.each([null, Buffer.alloc(0), Buffer.from([0xff]), Buffer.from('a\0b')])(
    'with the key %j cannot be read',
    (key) => {
      expect(() => read(bytesOf(headersOf(envelope)), key)).toThrow(
        expect.objectContaining({ reason: 'unreadable-key' }),
      );
    },
  );
  it('of any headers at all is read or poison, never another failure', () =>
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(headersOf(envelope))), fc.string()), fc.uint8Array()),
        fc.option(fc.uint8Array()),
        (headers, key) => {
          const record = {
            key: key && Buffer.from(key),
            headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value)])),
          };
          try {
            readEnvelope(record);
            return true;
          } catch (error) {
            return error instanceof Poison;
          }
        },
      ),
    ));
  it.each(['-1', '1.5', '1e3', '0x10', ' 1', '', '99999999999999999'])('with version "%s" is poison', (version) => {
    const headers = { ...bytesOf(headersOf(envelope)), accord_version: Buffer.from(version) };
    expect(() => read(headers)).toThrow(expect.objectContaining({ reason: 'bad-headers' }));
  });
});
