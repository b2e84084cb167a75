import { partnerCategory } from '@accord/contracts/code-lists';
import { partnerId } from '@accord/contracts/primitives';
import { baseConfig } from '@accord/service/config';
import { list, listenPort, secret } from '@accord/service/config-fields';
import { Secret } from '@accord/service/secret';
import { z } from 'zod';

const seed = z.strictObject({
  id: partnerId,
  name: z.string().min(1).max(120),
  category: partnerCategory,
  endpoint: z.url(),
});
export type SeededPartner = z.infer<typeof seed>;

export const partnersConfig = baseConfig.extend({
  PORT: listenPort(8085),
  SERVICE_TOKEN: secret(),
  /** Where stops are asked for. */
  CONSENT_URL: z.url(),
  STOP_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(5_000),
  /** 32 bytes, in base64: encrypts the endpoints' secrets. Losing it means new secrets for every partner. */
  ENDPOINT_SECRETS_KEY: z
    .base64('must be 32 bytes in base64')
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .transform((text) => new Secret(text)),
  /** How long an old secret still signs beside the new one. */
  ROTATION_OVERLAP_H: z.coerce.number().positive().max(720).default(24),
  /** Blocks of addresses that endpoints may have although they are not public, http too: a sandbox's. */
  OUTGOING_ALLOW: list(z.string()).optional(),
  /** Partners of a sandbox on this machine, as JSON: registered at the start where they are missing. */
  SANDBOX_PARTNERS: z
    .string()
    .transform((text, context) => {
      const parsed = z.array(seed).safeParse(jsonOf(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'must be a JSON list of {id, name, category, endpoint}' });
      return z.NEVER;
    })
    .optional(),
});
export type PartnersConfig = z.infer<typeof partnersConfig>;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
