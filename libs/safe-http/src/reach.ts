import { parseDestination } from './destination.js';
import { messageFor, type RefusalReason } from './reasons.js';
import type { SafeHttpOptions } from './settings.js';

/** What a deployment says of its outgoing requests. */
export interface ReachSettings {
  readonly ACCORD_PROFILE: 'production' | 'test';
  /** Blocks of addresses that may be reached although they are not public, by http and at any port too: a sandbox's. */
  readonly OUTGOING_ALLOW?: readonly string[] | undefined;
  /** Test profile only. */
  readonly DNS_SERVERS?: readonly string[] | undefined;
}

/** How far requests reach: the public internet and what is exempt; in the test profile what is exempt, and nothing else. */
export function reachOf({ ACCORD_PROFILE, OUTGOING_ALLOW: allow, DNS_SERVERS: dnsServers }: ReachSettings) {
  const sandbox = allow === undefined ? {} : ({ allow, allowHttp: true, ports: 'any' } as const);
  const reach: SafeHttpOptions =
    ACCORD_PROFILE === 'test' ? { ...sandbox, confined: true, ...(dnsServers && { dnsServers }) } : sandbox;
  return reach;
}

/** What can be said against an endpoint's address without looking its name up; the rest is checked at every request. */
export function endpointFault(
  url: string,
  { OUTGOING_ALLOW }: Pick<ReachSettings, 'OUTGOING_ALLOW'>,
): { readonly code: RefusalReason; readonly message: string } | undefined {
  const local = OUTGOING_ALLOW !== undefined;
  const destination = parseDestination(url, { allowHttp: local, ports: local ? 'any' : [443] });
  return typeof destination === 'string' ? { code: destination, message: messageFor(destination) } : undefined;
}
