import { sandboxPartners } from '../sandbox-identities.ts';
import type { Layout } from './files.ts';
import type { PlannedProcess } from './plan.ts';
import type { Secrets } from './secrets.ts';
import { serviceSecrets } from './service-secrets.ts';

/** What every process is told alike. */
export interface SystemFacts {
  readonly profile: 'production' | 'test';
  /** It is filled with the demonstration's offers, whose employers the sandbox then knows. */
  readonly demo: boolean;
  readonly host: string;
  readonly processes: readonly PlannedProcess[];
  readonly kafkaBrokers: string;
  /** The administrator's; a service gets its own role's. */
  readonly databaseUrl: string;
  readonly layout: Layout;
  readonly compileCache: string;
  /** The environment of the launcher. */
  readonly given: NodeJS.ProcessEnv;
}

/** The variable by which a later launcher knows a process of this folder again, whatever else was lost. */
export const MARK = 'ACCORD_VAR';

/** Where a process listens; of several publishers the first, when asked by the service's name. */
export function urlOf({ processes, host }: Pick<SystemFacts, 'processes' | 'host'>, name: string): string {
  const found =
    processes.find((process) => process.name === name) ?? processes.find(({ service }) => service.name === name);
  return `http://${urlHost(host)}:${found?.port ?? 0}`;
}

/** Who logs people and programs in: the sandbox, unless a real provider is given. */
export function identityProviderOf(facts: SystemFacts): { readonly issuer: string; readonly jwks: string | undefined } {
  const issuer = facts.given['ISSUER_URL'];
  if (issuer === undefined || issuer === '') {
    const sandbox = urlOf(facts, 'sandbox');
    return { issuer: sandbox, jwks: `${sandbox}/jwks` };
  }
  return { issuer, jwks: facts.given['JWKS_URL'] };
}

/** The whole environment of one process. What the launcher was given is passed on, save what belongs to it or to another service. */
export function environmentOf(planned: PlannedProcess, facts: SystemFacts, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    ...passedOn(facts.given),
    ...common(facts),
    ...own(planned, facts, secrets),
    ...sandboxPortals(planned, facts),
  };
}

/** Where everybody is. A setting that was given (ISSUER_URL of a real provider) wins over the sandbox's. */
function common(facts: SystemFacts): NodeJS.ProcessEnv {
  const urls = facts.processes.map(
    ({ service }) => [`${service.name.toUpperCase()}_URL`, urlOf(facts, service.name)] as const,
  );
  const { issuer, jwks } = identityProviderOf(facts);
  return {
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: facts.compileCache,
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
    ACCORD_PROFILE: facts.profile,
    HOST: facts.host,
    KAFKA_BROKERS: facts.kafkaBrokers,
    ISSUER_URL: issuer,
    JWKS_URL: jwks,
    [MARK]: facts.layout.root,
    ...Object.fromEntries(urls),
  };
}

function own({ service, port, lanes, name }: PlannedProcess, facts: SystemFacts, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    PORT: String(port),
    INSTANCE: name,
    LANES: lanes.length === 0 ? undefined : lanes.join(','),
    ...serviceSecrets(service, facts.databaseUrl, secrets, facts.given),
    ...(service.name === 'sandbox' ? sandbox(facts, secrets) : {}),
  };
}

function sandbox({ layout, demo }: SystemFacts, secrets: Secrets): NodeJS.ProcessEnv {
  return {
    SANDBOX_PARTNERS: JSON.stringify(sandboxPartners),
    SANDBOX_STATE_DIR: layout.sandbox,
    ...(demo ? { SANDBOX_UNITS_SECRET: secrets.client('units') } : {}),
  };
}

/** The sandbox's portals, and software tried out with it, are on this machine: whoever registers or sends to them may reach exactly that, beside the public internet. */
function sandboxPortals({ service }: PlannedProcess, facts: SystemFacts): NodeJS.ProcessEnv {
  const reach = { OUTGOING_ALLOW: '127.0.0.1/32' };
  if (service.name === 'publisher' || service.name === 'intake') return reach;
  if (service.name !== 'partners') return {};
  const portals = sandboxPartners.map((one) => ({ ...one, endpoint: webhookUrl(facts, one.id) }));
  return { ...reach, SANDBOX_PARTNERS: JSON.stringify(portals) };
}

/** Where a portal of the sandbox receives. */
export const webhookUrl = (facts: SystemFacts, partner: string): string =>
  `${urlOf(facts, 'sandbox')}/partners/${partner}/webhook`;

/** npm's variables say nothing to a service; an administrator's database or another's port must not reach it. */
function passedOn(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(given).filter(([name]) => !/^npm_|^(DATABASE_URL|PORT|FAILPOINT|INIT_CWD)$/i.test(name));
  return Object.fromEntries(kept);
}

const urlHost = (host: string) =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
