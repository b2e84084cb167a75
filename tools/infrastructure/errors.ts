// Not `instanceof Error`: an error that Node makes is of another realm than code that jest runs.

/** `ENOENT`, `EEXIST`, …; nothing when it is no error of the system. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** What an error says, whatever was thrown. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
