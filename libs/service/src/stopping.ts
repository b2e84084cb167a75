/** Tells long work (streams, loops) that the process has been asked to stop. */
export class Stopping {
  constructor(readonly signal: AbortSignal) {}
}
