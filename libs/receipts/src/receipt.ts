import { effect, wordingReference } from '@accord/contracts/agreement';
import { holderId, instant, offerId, partnerId, sha256 } from '@accord/contracts/primitives';
import { z } from 'zod';

import { signJws, verifyJws } from './jws.js';
import type { KeySet } from './key-set.js';
import type { SigningKey } from './signing-key.js';

const TYPE = 'accord-receipt+jwt';

const issued = {
  /** Consent's public address. */
  iss: z.string(),
  /** Seconds since the epoch. */
  iat: z.int(),
  holder: holderId.optional(),
  /** HMAC of whoever did it, under consent's key: persons appear by keyed hash only. */
  actor: sha256.optional(),
};

/** A signed record of what was done. No personal data: a receipt may be shown to anyone. */
export const receipt = z.discriminatedUnion('kind', [
  z.strictObject({
    ...issued,
    kind: z.literal('agreement'),
    /** The agreement. */
    sub: z.uuid(),
    effect,
    /** SHA-256 over the JCS form of the clause as it was given. */
    digest: sha256,
    /** The text that was shown, by name and by digest. */
    wording: wordingReference.extend({ digest: sha256 }),
    pendingProof: z.boolean(),
  }),
  z.strictObject({
    ...issued,
    kind: z.literal('stop'),
    /** The stop. */
    sub: z.uuid(),
    because: z.string().max(60),
    scope: z.strictObject({ holder: holderId.optional(), offer: offerId.optional(), partner: partnerId.optional() }),
    /** The agreement that was withdrawn, where the stop is that. */
    agreement: z.uuid().optional(),
    /** From then on no broadcast of what the stop covers starts or is under way. */
    effectiveAt: instant,
  }),
]);
export type Receipt = z.infer<typeof receipt>;

export const issueReceipt = (key: SigningKey, claims: Receipt): string => signJws(key, TYPE, receipt.parse(claims));

/** @throws BadToken */
export const verifyReceipt = (token: string, keys: KeySet): Receipt =>
  verifyJws(token, keys, { typ: TYPE, claims: receipt });
