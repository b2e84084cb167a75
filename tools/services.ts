/** What the launcher must know of a service: everything else is the service's own matter. */
export interface ServiceDefinition {
  readonly name: string;
  /** The port it has when nobody else does. */
  readonly port: number;
  /** The file to run, from the workspace's root. */
  readonly entry: string;
  /** It has a schema of its own (apps/<name>/src/migrations.ts) and so a DATABASE_URL of its own role. */
  readonly schema: boolean;
  /** Whose service tokens it accepts on its /internal routes; `launcher` is the supervisor, `web` the front door. */
  readonly callers: readonly string[];
  /** Secrets of {@link secretKinds} that it is given, by the names of its own settings. */
  readonly secrets: readonly SecretName[];
  /** Services of a lower number are stopped first, and must have ended before those of a higher one are told. */
  readonly stops: number;
}

/** Made once, kept in var/secrets.json: 32 random bytes in base64, or a private signing key. */
export const secretKinds = {
  /** partners: encrypts the endpoints' webhook secrets at rest. */
  ENDPOINT_SECRETS_KEY: 'key',
  /** intake: encrypts the key of each offer's contacts at rest. */
  CONTACT_VAULT_KEY: 'key',
  /** consent: signs proofs and receipts (Ed25519, PKCS 8 in PEM). */
  CONSENT_SIGNING_KEY: 'ed25519',
  /** consent: makes the keyed hashes by which persons appear in the ledger. */
  ACTOR_HASH_KEY: 'key',
} as const;
export type SecretName = keyof typeof secretKinds;

const everybody = { schema: true, secrets: [], callers: ['web'], stops: 3 } as const;

/** Every process of the system besides broker and database. The publisher may run several times, see --publishers. */
export const services: readonly ServiceDefinition[] = [
  { ...everybody, name: 'web', port: 8080, entry: 'apps/web/dist/main.js', schema: false, callers: [], stops: 1 },
  { ...everybody, name: 'publisher', port: 8084, entry: 'apps/publisher/dist/main.js', stops: 2 },
  {
    ...everybody,
    name: 'intake',
    port: 8081,
    entry: 'apps/intake/dist/main.js',
    secrets: ['CONTACT_VAULT_KEY'],
    callers: ['publisher', 'portal', 'web'],
  },
  { ...everybody, name: 'moderation', port: 8082, entry: 'apps/moderation/dist/main.js' },
  {
    ...everybody,
    name: 'partners',
    port: 8085,
    entry: 'apps/partners/dist/main.js',
    secrets: ['ENDPOINT_SECRETS_KEY'],
    callers: ['publisher', 'web'],
  },
  { ...everybody, name: 'portal', port: 8086, entry: 'apps/portal/dist/main.js' },
  {
    ...everybody,
    name: 'consent',
    port: 8083,
    entry: 'apps/consent/dist/main.js',
    secrets: ['CONSENT_SIGNING_KEY', 'ACTOR_HASH_KEY'],
    callers: ['publisher', 'intake', 'partners', 'launcher', 'web'],
    stops: 4,
  },
  {
    ...everybody,
    name: 'sandbox',
    port: 8090,
    entry: 'apps/sandbox/dist/main.js',
    schema: false,
    callers: [],
    stops: 5,
  },
];
