import { isIP } from 'node:net';

import { ConfigError } from './config.js';

/** Only what is certainly this machine: names may be redirected, `localhost` is fixed by RFC 6761. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return isIP(bare) === 4 && bare.startsWith('127.');
}

/**
 * The test profile can send requests to this machine and kill processes: it is refused unless all it touches is here.
 * @throws ConfigError
 */
export function assertProfileAllowed(profile: 'production' | 'test', hosts: Readonly<Record<string, string>>): void {
  if (profile !== 'test') return;
  const outside = Object.entries(hosts).filter(([, host]) => !isLoopback(host));
  if (outside.length === 0) return;
  throw new ConfigError(
    outside.map(([setting]) => `${setting}: the test profile (ACCORD_PROFILE=test) allows loopback addresses only`),
  );
}
