import { sandboxClients } from '../sandbox-identities.ts';
import type { ServiceDefinition } from '../services.ts';
import { rolesOf, type Secrets } from './secrets.ts';

/**
 * The settings of a service that are secret: its database with its own role's password, what it shows to others and what
 * others show to it, its keys. A key that was given wins over the one we made.
 */
export function serviceSecrets(
  service: ServiceDefinition,
  databaseUrl: string,
  secrets: Secrets,
  given: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
  const keys = service.secrets.map((name) => [name, given[name] ?? secrets.named(name)] as const);
  return {
    ...(service.schema ? { DATABASE_URL: roleUrl(databaseUrl, rolesOf(service.name)[1], secrets) } : {}),
    SERVICE_TOKEN: secrets.serviceToken(service.name),
    SERVICE_TOKENS: service.callers.map((caller) => `${caller}:${secrets.serviceToken(caller)}`).join(','),
    ...Object.fromEntries(keys),
    ...(service.name === 'sandbox' ? { SANDBOX_CLIENTS: JSON.stringify(clientsWith(secrets)) } : {}),
  };
}

function clientsWith(secrets: Secrets): object[] {
  return Object.entries(sandboxClients).map(([name, client]) => ({
    name,
    id: name,
    secret: secrets.client(name),
    ...client,
  }));
}

function roleUrl(adminUrl: string, role: string, secrets: Secrets): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = secrets.role(role);
  return url.href;
}
