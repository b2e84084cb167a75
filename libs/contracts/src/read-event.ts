import type { z } from 'zod';

import type { EventContract } from './define-event.js';

export type ReadEvent<Data> =
  { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly problem: string };

/**
 * Reads an event's data as an older reader must: a field it does not know is left out, so that a newer writer may add one;
 * everything else that breaks the contract is a problem. The text names fields, never values.
 */
export function readEventData<Data extends z.ZodType>(
  contract: EventContract<Data>,
  value: unknown,
): ReadEvent<z.infer<Data>> {
  const strict = contract.data.safeParse(value);
  if (strict.success) return { ok: true, data: strict.data };
  const unknown = strict.error.issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (unknown.length === 0) return { ok: false, problem: problemOf(strict.error) };

  const known = structuredClone(value);
  for (const issue of unknown) for (const key of issue.keys) leaveOut(known, [...issue.path, key]);
  const tolerant = contract.data.safeParse(known);
  return tolerant.success ? { ok: true, data: tolerant.data } : { ok: false, problem: problemOf(tolerant.error) };
}

function leaveOut(value: unknown, path: readonly PropertyKey[]): void {
  const [key, ...rest] = path;
  if (typeof value !== 'object' || value === null || key === undefined) return;
  if (rest.length === 0) Reflect.deleteProperty(value, key);
  else leaveOut(Reflect.get(value, key), rest);
}

const problemOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => `/${issue.path.map(String).join('/')}: ${issue.code}`)
    .join('; ');
