/** All that decides how many more requests may be made to one partner now. */
export interface LaneFacts {
  /** `absent`: it has none. `paused`: by its owner. `gone`: by its own 410. */
  readonly endpoint: 'ready' | 'absent' | 'paused' | 'gone';
  readonly circuit: 'closed' | 'halfOpen' | 'open';
  /** Whole tokens of the bucket. */
  readonly tokens: number;
  readonly concurrency: number;
  readonly inFlight: number;
  /** The partner asked for a pause (`Retry-After`), in milliseconds from now. */
  readonly pausedForMs: number;
}

/**
 * Room for requests, removals and others alike. An endpoint that is paused gets nothing and loses nothing: its rows stay due.
 * A half-open circuit lets one through, to see.
 */
export function roomOf(lane: LaneFacts): number {
  if (lane.endpoint !== 'ready' || lane.circuit === 'open' || lane.pausedForMs > 0) return 0;
  const slots = lane.circuit === 'halfOpen' ? 1 : lane.concurrency;
  return Math.max(0, Math.min(slots - lane.inFlight, Math.floor(lane.tokens)));
}
