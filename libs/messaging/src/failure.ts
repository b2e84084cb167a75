import { isTransient } from '@accord/database/transient';

import { TemporaryFailure } from './poison.js';

/** A dependency is out of order: wait, whatever the number of tries. Anything else is the event's own fault. */
export const isTemporary = (error: unknown): boolean => hasTemporary(error) || isTransient(error);

function hasTemporary(error: unknown, depth = 0): boolean {
  if (error instanceof TemporaryFailure) return true;
  return error instanceof Error && depth < 8 && hasTemporary(error.cause, depth + 1);
}

/** For a person: the first of its lines, at most 500 characters. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').slice(0, 500);
}
