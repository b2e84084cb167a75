import { list } from '@accord/service/config-fields';
import { z } from 'zod';

/** How webhooks to employers are sent. */
export const webhookSettings = {
  /** From the call to the end of the answer. */
  WEBHOOK_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(10_000),
  /** How long an endpoint that is down is left alone before one request tries it. */
  BREAKER_RESET_MS: z.coerce.number().int().min(10).default(30_000),
  /** How long an old secret still signs beside the new one. */
  ROTATION_OVERLAP_H: z.coerce.number().positive().max(720).default(24),
  /** Blocks of addresses that may be reached although they are not public, by http and at any port too: a sandbox's. */
  OUTGOING_ALLOW: list(z.string()).optional(),
  /** Makes hours seconds; test profile only. */
  RETRY_SCALE: z.coerce.number().positive().max(1).default(1),
  /** Name servers for the addresses of endpoints, `address:port`; test profile only. */
  DNS_SERVERS: list(z.string().min(1)).optional(),
};
