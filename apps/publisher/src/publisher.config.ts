import { partnerId } from '@accord/contracts/primitives';
import { reachOf } from '@accord/safe-http/reach';
import { baseConfig } from '@accord/service/config';
import { list, listenPort, secret } from '@accord/service/config-fields';
import { z } from 'zod';

export const publisherConfig = baseConfig.extend({
  PORT: listenPort(8084),
  SERVICE_TOKEN: secret(),
  /** Where permits are asked for, contact keys, endpoint secrets. */
  CONSENT_URL: z.url(),
  INTAKE_URL: z.url(),
  PARTNERS_URL: z.url(),
  /** Whose rows this process sends: `all`, or partners separated by commas, to set some apart. */
  LANES: z.literal('all').or(list(partnerId)).default('all'),
  /** From the call to the end of the answer. */
  PARTNER_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(10_000),
  /** How long a partner that is down is left alone before one request tries it. */
  BREAKER_RESET_MS: z.coerce.number().int().min(10).default(30_000),
  /** How often a process says that it is up and looks at its session and lanes; silent for five times as long, it counts as gone. */
  HEARTBEAT_MS: z.coerce.number().int().min(100).max(60_000).default(2_000),
  /** How long attempts are kept, and what partners answered to them, in whole months beside the present one. */
  ATTEMPT_MONTHS: z.coerce.number().int().min(1).max(120).default(13),
  REPLY_MONTHS: z.coerce.number().int().min(1).max(120).default(1),
  /** For so long after a partner was told to remove an ad its page may still show it; then an operator is told. */
  RECALL_HOURS: z.coerce.number().positive().max(720).default(24),
  /** Between two pages of one host, where its robots.txt asks for no more. */
  PAGE_EVERY_MS: z.coerce.number().int().min(50).max(600_000).default(5_000),
  /** Blocks of addresses that may be reached although they are not public, by http and at any port too: a sandbox's. */
  OUTGOING_ALLOW: list(z.string()).optional(),
  /** Makes hours seconds; test profile only. */
  RETRY_SCALE: z.coerce.number().positive().max(1).default(1),
  /** Name servers for the addresses of partners, `address:port`; test profile only. */
  DNS_SERVERS: list(z.string().min(1)).optional(),
});
export type PublisherConfig = z.infer<typeof publisherConfig>;

/** How far requests reach; production never shortens a wait. */
export const deliverySettings = (config: PublisherConfig) => ({
  retryScale: config.ACCORD_PROFILE === 'test' ? config.RETRY_SCALE : 1,
  http: reachOf(config),
});
