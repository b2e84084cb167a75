let silenced = false;

/**
 * kafkajs 2.2.4 sets a timer in the past after each request, which Node 24 warns of and runs at once (kafkajs #1751).
 * Drops that one kind of warning; all others pass.
 */
export function silenceNegativeTimeouts(): void {
  if (silenced) return;
  silenced = true;
  const emitWarning = process.emitWarning.bind(process);
  const filtered = (...args: Parameters<typeof process.emitWarning>): void => {
    if (!isNegativeTimeout(args[1])) emitWarning(...args);
  };
  Reflect.set(process, 'emitWarning', filtered);
}

const isNegativeTimeout = (kind: unknown): boolean =>
  kind === 'TimeoutNegativeWarning' ||
  (typeof kind === 'object' && kind !== null && Reflect.get(kind, 'type') === 'TimeoutNegativeWarning');
