import { baseConfig, edgeConfig } from '@accord/service/config';
import { list, listenPort, secret } from '@accord/service/config-fields';
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
  /** Addresses or networks (10.0.0.0/8) of proxies before us, whose X-Forwarded-For is true. */
  TRUSTED_PROXIES: list(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])).optional(),
  /** No byte either way for so long, before the answer begins: 504. */
  ANSWER_TIMEOUT_MS: z.coerce.number().int().min(100).default(60_000),
  /** The same once it has begun, save for server-sent events: the answer is cut. */
  IDLE_TIMEOUT_MS: z.coerce.number().int().min(100).default(120_000),
  ISSUER_URL,
  JWKS_URL,
  AUDIENCE,
  TOKEN_ALGORITHMS,
});
export type WebConfig = z.infer<typeof webConfig>;
