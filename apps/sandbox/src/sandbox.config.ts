import { edgeConfig } from '@accord/service/config';
import { listenPort } from '@accord/service/config-fields';
import { z } from 'zod';

import { defaultClients, defaultPartners } from './who-exists.js';

/** JSON in a variable, checked against a schema. */
const json = <S extends z.ZodType>(schema: S, byDefault: unknown) =>
  z
    .string()
    .default(JSON.stringify(byDefault))
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const sandboxClient = z.object({
  name: z.string().min(1).max(60),
  id: z.string().regex(/^[\w.-]{1,60}$/),
  secret: z.string().min(8).max(200),
  role: z.enum(['employer', 'moderator', 'partner', 'operator', 'jobseeker']),
  subject: z.string().min(1).max(100),
  sirets: z.array(z.string().regex(/^\d{14}$/)).default([]),
});
export type SandboxClient = z.infer<typeof sandboxClient>;

const partner = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  name: z.string().min(1).max(80),
  category: z.string().min(1).max(40),
});

export const sandboxConfig = edgeConfig.extend({
  PORT: listenPort(8090),
  /** Where it is reached: the issuer of its tokens. Absent: where it listens. */
  SANDBOX_URL: z.url().optional(),
  /** The front door, whose log-in page people come back to. */
  WEB_URL: z.url().default('http://127.0.0.1:8080'),
  /** Keeps the signing keys, so that tokens outlive a restart. Absent: new keys at each start. */
  SANDBOX_STATE_DIR: z.string().optional(),
  SANDBOX_CLIENTS: json(z.array(sandboxClient).min(1), defaultClients),
  /** Given, every legal unit of the register that may hire has a client of its own with this secret, see identity/unit-clients.ts. */
  SANDBOX_UNITS_SECRET: z.string().min(8).optional(),
  SANDBOX_PARTNERS: json(z.array(partner).min(1), defaultPartners),
  /** Of access tokens. */
  SANDBOX_TOKEN_TTL_S: z.coerce.number().int().min(1).max(86_400).default(3_600),
});
export type SandboxConfig = z.infer<typeof sandboxConfig>;
