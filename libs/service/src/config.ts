import { kafkaEnvironment } from '@accord/messaging/kafka-config';
import { z } from 'zod';

import { listenPort, list, secret, secretsByName } from './config-fields.js';

/** What a process without database and broker needs: the front door, the sandbox. */
export const edgeConfig = z.object({
  HOST: z.string().default('127.0.0.1'),
  /** Each service sets its own default. 0 takes any free port. */
  PORT: listenPort(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** `test`: failpoints, shortened retries, loopback only. None of it exists in production. */
  ACCORD_PROFILE: z.enum(['production', 'test']).default('production'),
  /** `<service>.<place>:exit|pause`; test profile only. */
  FAILPOINT: z
    .string()
    .regex(/^[a-z]+(\.[a-z0-9-]+)+:(exit|pause)$/, 'must look like consent.stop.after-commit:exit')
    .optional(),
  /** Tracing is loaded only where this is set; trace context travels in any case. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** How long requests in flight may take to end after SIGTERM. */
  SHUTDOWN_TIMEOUT_MS: z.coerce.number().int().min(0).default(10_000),
  /** This service's own token, shown to others on `/internal` routes. */
  SERVICE_TOKEN: secret().optional(),
  /** Whose calls are let in on `/internal` routes: `publisher:token,portal:token`; `web` is the front door. */
  SERVICE_TOKENS: secretsByName(),
});
export type EdgeConfig = z.infer<typeof edgeConfig>;

/** What every service reads. A service extends it: `baseConfig.extend({ PORT: listenPort(8081), … })`. */
export const baseConfig = edgeConfig.extend({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    hostname: /./,
    error: 'must be a postgres:// URL of this service’s own role',
  }),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  KAFKA_BROKERS: list(z.string().regex(/^[^\s:]+:\d+$/, 'must be host:port, separated by commas')),
  ...kafkaEnvironment,
  /** Stands before every topic's and group's name, so that several deployments share a broker. */
  TOPIC_PREFIX: z
    .string()
    .regex(/^[a-zA-Z0-9._-]*$/)
    .default(''),
  /** The OpenID Connect provider whose tokens are accepted; compared with `iss`, letter by letter. */
  ISSUER_URL: z.url(),
  /** Where its keys are; absent: found by discovery at the issuer. */
  JWKS_URL: z.url().optional(),
  AUDIENCE: z.string().min(1).default('urn:accord:api'),
  /** Symmetric algorithms are not to be had: a public key must never become a shared secret. */
  TOKEN_ALGORITHMS: list(z.enum(['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'])).default([
    'EdDSA',
    'Ed25519',
    'ES256',
    'RS256',
  ]),
  /** Requests a minute of one subject, and of one address without a token. */
  RATE_LIMIT_SUBJECT: z.coerce.number().int().positive().default(6_000),
  RATE_LIMIT_ADDRESS: z.coerce.number().int().positive().default(1_200),
  /** How long a service waits for its schema to be migrated to its version before it gives up. */
  SCHEMA_WAIT_MS: z.coerce.number().int().min(0).default(120_000),
});
export type BaseConfig = z.infer<typeof baseConfig>;

/** Says everything that is wrong at once; values are not repeated, for they may be secrets. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super([`${problems.length} setting${problems.length === 1 ? ' is' : 's are'} wrong:`, ...problems].join('\n  '));
    this.name = 'ConfigError';
  }
}

/**
 * Reads and checks the whole environment once, at boot; nothing else touches `process.env`. An empty value counts as absent.
 * @throws ConfigError
 */
export function readConfig<S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv = process.env): z.infer<S> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => problemOf(issue, given)));
}

function problemOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const name = String(issue.path[0] ?? 'environment');
  const missing = issue.path.length === 1 && given[name] === undefined;
  return `${name}: ${missing ? 'is required and not set' : issue.message}`;
}
