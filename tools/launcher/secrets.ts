import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { sandboxClients } from '../sandbox-identities.ts';
import { secretKinds, type SecretName, type ServiceDefinition } from '../services.ts';
import { readJson, writeJson } from './files.ts';

/** Name → secret, by what it is for: `database`, `role.intake_app`, `token.publisher`, `client.employer`, `CONTACT_VAULT_KEY`. */
export class Secrets {
  readonly #path: string;
  readonly #kept: Map<string, string>;

  /** Reads those of earlier starts: data encrypted or signed then stays readable. */
  constructor(path: string) {
    this.#path = path;
    this.#kept = new Map(
      Object.entries(readJson(path) ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  }

  /** Makes all that these services need, so that no two processes make the same one. */
  prepare(services: readonly ServiceDefinition[]): void {
    this.database();
    this.serviceToken('launcher');
    for (const { name, secrets } of services) {
      this.serviceToken(name);
      for (const role of rolesOf(name)) this.role(role);
      for (const secret of secrets) this.named(secret);
    }
    for (const client of Object.keys(sandboxClients)) this.client(client);
  }

  /** Administrator of the embedded database. */
  database(): string {
    return this.#get('database', token);
  }

  /** The password of a role, e.g. `intake_app`. */
  role(name: string): string {
    return this.#get(`role.${name}`, token);
  }

  /** What a service shows on internal routes. */
  serviceToken(service: string): string {
    return this.#get(`token.${service}`, token);
  }

  /** The OAuth client secret of a sandbox client. */
  client(name: string): string {
    return this.#get(`client.${name}`, token);
  }

  named(name: SecretName): string {
    return this.#get(name, secretKinds[name] === 'ed25519' ? signingKey : key);
  }

  #get(name: string, make: () => string): string {
    const kept = this.#kept.get(name);
    if (kept !== undefined) return kept;
    const made = make();
    this.#kept.set(name, made);
    writeJson(this.#path, Object.fromEntries(this.#kept));
    return made;
  }
}

/** As @accord/database names a service's owner and application roles. */
export function rolesOf(service: string): [owner: string, app: string] {
  const base = service.replaceAll('-', '_');
  return [`${base}_owner`, `${base}_app`];
}

const token = () => randomBytes(24).toString('base64url');
const key = () => randomBytes(32).toString('base64');
const signingKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
