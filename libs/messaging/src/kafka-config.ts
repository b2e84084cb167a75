import { readFileSync } from 'node:fs';

import { z } from 'zod';

/** How to reach the brokers, as one principal. */
export interface KafkaSettings {
  readonly brokers: readonly string[];
  /** Named in the brokers' logs and quotas. */
  readonly clientId: string;
  readonly tls?: KafkaTls;
  readonly sasl?: KafkaSasl;
}

export interface KafkaTls {
  /** PEM; the system's authorities where absent. */
  readonly ca?: string;
  /** PEM, of a client that proves itself by certificate. */
  readonly cert?: string;
  readonly key?: string;
}

type Mechanism = 'plain' | 'scram-sha-256' | 'scram-sha-512';
export type KafkaSasl = {
  [M in Mechanism]: { readonly mechanism: M; readonly username: string; readonly password: string };
}[Mechanism];

/** The settings beside `KAFKA_BROKERS`: spread into a service's configuration schema. Files are PEM. */
export const kafkaEnvironment = {
  KAFKA_TLS: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  KAFKA_TLS_CA_FILE: z.string().optional(),
  KAFKA_TLS_CERT_FILE: z.string().optional(),
  KAFKA_TLS_KEY_FILE: z.string().optional(),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
};

type Settings = { readonly [Name in keyof typeof kafkaEnvironment]?: z.infer<(typeof kafkaEnvironment)[Name]> };
export type KafkaEnvironment = Settings & { readonly KAFKA_BROKERS: readonly string[] };

/** @throws Error naming the setting that is missing beside another, or the file that cannot be read */
export function kafkaSettings(env: KafkaEnvironment, clientId: string): KafkaSettings {
  return { brokers: env.KAFKA_BROKERS, clientId, ...tlsOf(env), ...saslOf(env) };
}

function tlsOf(env: KafkaEnvironment): { tls?: KafkaTls } {
  if (env.KAFKA_TLS !== true) return {};
  if ((env.KAFKA_TLS_CERT_FILE === undefined) !== (env.KAFKA_TLS_KEY_FILE === undefined))
    throw new Error('KAFKA_TLS_CERT_FILE and KAFKA_TLS_KEY_FILE go together');
  const read = (name: 'KAFKA_TLS_CA_FILE' | 'KAFKA_TLS_CERT_FILE' | 'KAFKA_TLS_KEY_FILE') =>
    env[name] === undefined ? undefined : readPem(name, env[name]);
  return {
    tls: { ca: read('KAFKA_TLS_CA_FILE'), cert: read('KAFKA_TLS_CERT_FILE'), key: read('KAFKA_TLS_KEY_FILE') },
  };
}

function readPem(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${name}: cannot read ${file}`, { cause });
  }
}

function saslOf(env: KafkaEnvironment): { sasl?: KafkaSasl } {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = env;
  if (mechanism === undefined && username === undefined && password === undefined) return {};
  if (mechanism === undefined || username === undefined || password === undefined)
    throw new Error('KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD go together');
  return { sasl: { mechanism, username, password } };
}
