import { createHash } from 'node:crypto';

/**
 * The id of an offer's posting at a partner: a UUID of version 7 with the time of the offer's own id, whose other bits follow
 * from the pair. A publisher that lost its database therefore says the same `webhook-id` again, and a partner that keeps ids
 * recognises what it has.
 */
export function postingIdOf(offerId: string, partner: string): string {
  const time = offerId.replaceAll('-', '').slice(0, 12).toLowerCase();
  const digest = createHash('sha256').update(`${offerId.toLowerCase()}:${partner}`).digest();
  const bits = digest.subarray(0, 10);
  bits.writeUInt8((bits.readUInt8(0) & 0x0f) | 0x70, 0);
  bits.writeUInt8((bits.readUInt8(2) & 0x3f) | 0x80, 2);
  const hex = time + bits.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
