import { z } from 'zod';

/** POST /internal/v1/contact-keys (publisher, portal → intake); audited. A null key was erased: nobody can read that box again. */
export const contactKeysAsk = z.strictObject({
  keyIds: z.array(z.string().max(80)).min(1).max(500),
  purpose: z.string().max(60),
});
export const contactKeys = z.strictObject({
  keys: z.array(z.strictObject({ keyId: z.string(), key: z.base64url().nullable() })),
});
export type ContactKeys = z.infer<typeof contactKeys>;

/** POST /internal/v1/endpoint-secrets (publisher → partners); audited. */
export const endpointSecretsAsk = z.strictObject({ endpoints: z.array(z.uuid()).min(1).max(200) });
export const endpointSecrets = z.strictObject({
  endpoints: z.array(
    z.strictObject({
      id: z.uuid(),
      secretsVersion: z.int().positive(),
      /** In force now; two while a rotation overlaps. `hmac`: `whsec_…`. `ed25519`: PKCS 8 of the private key, PEM. */
      secrets: z
        .array(z.strictObject({ kind: z.enum(['hmac', 'ed25519']), key: z.string() }))
        .min(1)
        .max(4),
    }),
  ),
});
export type EndpointSecrets = z.infer<typeof endpointSecrets>;
