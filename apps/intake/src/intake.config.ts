import { baseConfig } from '@accord/service/config';
import { listenPort, secret } from '@accord/service/config-fields';
import { Secret } from '@accord/service/secret';
import { z } from 'zod';

import { webhookSettings } from './subscriptions/webhook-settings.js';

export const intakeConfig = baseConfig.extend({
  PORT: listenPort(8081),
  /** Shown to consent when it is asked to stop. */
  SERVICE_TOKEN: secret(),
  /** Where stops are asked for. */
  CONSENT_URL: z.url({ protocol: /^https?$/ }),
  /** How long an employer's withdrawal waits for consent before it is answered as still stopping. */
  STOP_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(5_000),
  /** Event streams of one employer that may be open at once, in each process. */
  EVENT_STREAMS: z.coerce.number().int().min(1).max(10_000).default(20),
  /** After so long without an event a stream says that it is still there. */
  EVENT_HEARTBEAT_MS: z.coerce.number().int().min(100).max(120_000).default(15_000),
  /** After so long without a byte of its body an import ends; longer, and it would look dead before it is. */
  IMPORT_IDLE_MS: z.coerce.number().int().min(100).max(110_000).default(60_000),
  ...webhookSettings,
  /** 32 bytes, in base64: encrypts the offers' contact keys and the subscriptions' secrets. Losing it loses every contact. */
  CONTACT_VAULT_KEY: z
    .base64('must be 32 bytes in base64')
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64')
    .transform((text) => new Secret(text)),
});
export type IntakeConfig = z.infer<typeof intakeConfig>;
