const NUMBERS = 2 ** 32;

/**
 * Versions that consent gives out: an epoch, raised by a restore of its database, and a number that grows within it. So a
 * version given after a restore is higher than any that was given, and lost, before.
 */
export const versionOf = (epoch: number, number: number): number => epoch * NUMBERS + number;

export const epochOf = (version: number): number => Math.floor(version / NUMBERS);

/** The version after this one; a new epoch starts its numbers at one. */
export const nextVersion = (last: number, epoch: number): number => Math.max(last + 1, versionOf(epoch, 1));
