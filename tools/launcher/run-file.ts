import type { ProcessIdentity } from '../infrastructure/process-identity.ts';
import { sandboxClients, sandboxPartners } from '../sandbox-identities.ts';
import { identityProviderOf, urlOf, webhookUrl, type SystemFacts } from './environment.ts';
import type { Secrets } from './secrets.ts';

/** var/run.json: all that a program outside needs to use this system. */
export function runFile(facts: SystemFacts, secrets: Secrets): unknown {
  const sandbox = urlOf(facts, 'sandbox');
  const clientOf = ([name, { subject }]: [string, { readonly subject: string }]) =>
    [name, { id: name, secret: secrets.client(name), subject }] as const;
  return {
    gateway: urlOf(facts, 'web'),
    ...identityProviderOf(facts),
    services: Object.fromEntries(facts.processes.map(({ name }) => [name, urlOf(facts, name)])),
    kafka: facts.kafkaBrokers,
    database: facts.databaseUrl,
    clients: Object.fromEntries(Object.entries(sandboxClients).map(clientOf)),
    sandboxPartners: sandboxPartners.map(({ id }) => ({
      id,
      endpoint: webhookUrl(facts, id),
      inbox: `${sandbox}/partners/${id}/inbox`,
    })),
  };
}

/** var/pids.json: name → the process that runs under this name now. */
export function pidsFile(children: ReadonlyMap<string, ProcessIdentity>): unknown {
  return Object.fromEntries([...children].map(([name, { pid, startTime }]) => [name, { pid, startTime }]));
}
