/** Microseconds of the host's monotonic clock: the same in every process of this machine. */
export const nowUs = (): number => Number(process.hrtime.bigint() / 1_000n);
