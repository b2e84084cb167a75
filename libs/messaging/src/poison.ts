/** Why an event cannot be handled, now or later. A code: it is a label of a metric. */
export type PoisonReason =
  'unreadable-key' | 'bad-headers' | 'unknown-type' | 'not-json' | 'breaks-contract' | 'handler-failed' | 'refused';

/**
 * Thrown for an event that will never be handled: it goes to the dead letters at once. A handler throws it with `refused`.
 * The text names fields and rules, never the values of fields.
 */
export class Poison extends Error {
  constructor(
    readonly reason: PoisonReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Poison';
  }
}

/** Thrown by a handler whose dependency is out of order: the event waits and is tried again, whatever the number of tries. */
export class TemporaryFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TemporaryFailure';
  }
}
