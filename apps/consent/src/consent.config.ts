import { jwks, type PublicJwk, readSigningKey } from '@accord/receipts/signing-key';
import { baseConfig } from '@accord/service/config';
import { listenPort } from '@accord/service/config-fields';
import { Secret } from '@accord/service/secret';
import { z } from 'zod';

/** A PEM key; line ends may be written as `\n`, since some environments hold one line only. */
const signingKey = z.string().transform((text, context) => {
  const pem = text.replaceAll('\\n', '\n');
  try {
    readSigningKey(pem);
    return new Secret(pem);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be an Ed25519 private key, PKCS 8 in PEM' });
    return z.NEVER;
  }
});

const key32 = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 random bytes in base64')
  .transform((text) => new Secret(text));

const retiredKeys = z
  .string()
  .default('{"keys":[]}')
  .transform((text, context): readonly PublicJwk[] => {
    try {
      return jwks.parse(JSON.parse(text)).keys;
    } catch {
      context.addIssue({ code: 'custom', message: 'must be a JWKS of earlier public keys, each with exp' });
      return z.NEVER;
    }
  });

export const consentConfig = baseConfig.extend({
  PORT: listenPort(8083),
  /** Signs proofs, receipts and passports. */
  CONSENT_SIGNING_KEY: signingKey,
  /** Public keys that signed before this one, as a JWKS; `exp` says when each was retired. */
  CONSENT_RETIRED_KEYS: retiredKeys,
  /** Makes the keyed hashes by which persons appear in the ledger. */
  ACTOR_HASH_KEY: key32,
  /** Stands as `iss` in all that is signed: where the keys are published. */
  CONSENT_ISSUER: z.string().min(1).default('urn:accord:consent'),
  /** How long a call waits for its stop before it answers 202. */
  STOP_WAIT_MS: z.coerce.number().int().min(0).max(30_000).default(3_000),
  /** An intent left behind by a dead instance is finished by another after this long. */
  INTENT_AGE_MS: z.coerce.number().int().min(100).default(1_000),
  /** How often the clock's changes, left-behind intents and fenced sessions are looked for. */
  TICK_MS: z.coerce.number().int().min(10).default(200),
});
export type ConsentConfig = z.infer<typeof consentConfig>;
