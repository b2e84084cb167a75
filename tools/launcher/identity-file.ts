import type { ProcessIdentity } from '../infrastructure/process-identity.ts';

/** Reads an identity that we wrote to a file; nothing when it is none. */
export function parseIdentity(value: unknown): ProcessIdentity | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('pid' in value) || !('startTime' in value) || !('boot' in value)) return undefined;
  const { pid, startTime, boot } = value;
  if (typeof pid !== 'number' || typeof startTime !== 'string' || typeof boot !== 'string') return undefined;
  return { pid, startTime, boot };
}

/** Reads identities by name; entries that are none are left out. */
export function parseIdentities(value: unknown): Map<string, ProcessIdentity> {
  const found = new Map<string, ProcessIdentity>();
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, entry] of Object.entries(value)) {
    const identity = parseIdentity(entry);
    if (identity !== undefined) found.set(name, identity);
  }
  return found;
}
