import { baseConfig, edgeConfig } from '@accord/service/config';
import { listenPort, secret } from '@accord/service/config-fields';
import { z } from 'zod';

const { ISSUER_URL, JWKS_URL, AUDIENCE, TOKEN_ALGORITHMS } = baseConfig.shape;

export const webConfig = edgeConfig.extend({
  PORT: listenPort(8080),
  /** Proves to the services that the addresses handed on are true. */
  SERVICE_TOKEN: secret(),
  INTAKE_URL: z.url(),
  MODERATION_URL: z.url(),
  CONSENT_URL: z.url(),
  PUBLISHER_URL: z.url(),
  PARTNERS_URL: z.url(),
  PORTAL_URL: z.url(),
  /** Shown on the start page where there is one. */
  SANDBOX_URL: z.url().optional(),
  /** An answer may pause for so long; imports and event streams go on for as long as something comes. */
  PROXY_TIMEOUT_MS: z.coerce.number().int().min(100).default(120_000),
  ISSUER_URL,
  JWKS_URL,
  AUDIENCE,
  TOKEN_ALGORITHMS,
});
export type WebConfig = z.infer<typeof webConfig>;
