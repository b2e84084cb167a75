import { isIPv4 } from 'node:net';
import { UsageError, type LauncherOptions } from './options.ts';

/** Whether this is certainly an address of this machine's own loopback. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}

/**
 * The test profile sends requests to this machine and lets tests kill and freeze, and `--fresh` deletes: each is refused
 * unless all it touches is on this machine.
 * @throws UsageError naming each setting that is not
 */
export function assertMayStart(options: Pick<LauncherOptions, 'profile' | 'fresh'>, given: NodeJS.ProcessEnv): void {
  if (options.profile === 'test')
    assertLoopback('The test profile works on', ['HOST', 'DATABASE_URL', 'ISSUER_URL', 'KAFKA_BROKERS'], given);
  if (options.fresh) assertLoopback('--fresh empties', ['DATABASE_URL', 'KAFKA_BROKERS'], given);
}

function assertLoopback(what: string, settings: readonly string[], given: NodeJS.ProcessEnv): void {
  const outside = settings.filter((setting) => !hostsOf(given[setting] ?? '').every(isLoopback));
  if (outside.length > 0) throw new UsageError(`${what} loopback addresses only: change ${outside.join(', ')}.`);
}

/** The hosts of a URL, of brokers separated by commas, or of an address. */
function hostsOf(value: string): string[] {
  if (value === '') return [];
  if (URL.canParse(value) && value.includes('://')) return [new URL(value).hostname];
  return value.split(',').map((broker) => broker.trim().replace(/:\d+$/, ''));
}
