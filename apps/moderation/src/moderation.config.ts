import { baseConfig } from '@accord/service/config';
import { listenPort } from '@accord/service/config-fields';
import { z } from 'zod';

export const moderationConfig = baseConfig.extend({
  PORT: listenPort(8082),
  /** Of the API "Recherche d'entreprises" or a mirror; where it is set, the sandbox's register is not used. */
  REGISTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The sandbox, with its register of invented establishments. */
  SANDBOX_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** For one question to the register, connection and answer. */
  REGISTER_TIMEOUT_MS: z.coerce.number().int().min(50).max(30_000).default(3_000),
  /** How long nobody asks after an outage. */
  REGISTER_RESET_MS: z.coerce.number().int().min(10).default(10_000),
  /** How long an open establishment is taken for one without asking again. */
  REGISTER_CACHE_S: z.coerce.number().int().min(0).default(21_600),
  /** How long a moderator's claim on a review lasts. */
  CLAIM_MINUTES: z.coerce.number().positive().max(480).default(15),
  /** Multiplies the waits between attempts to verify; test profile only. */
  RETRY_SCALE: z.coerce.number().positive().max(1).default(1),
});
export type ModerationConfig = z.infer<typeof moderationConfig>;
