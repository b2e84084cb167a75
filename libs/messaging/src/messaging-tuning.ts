/** All times and sizes, in one place. The defaults are for production; tests shorten what they wait for. */
export interface MessagingTuning {
  /** So long a group waits for a member that was killed, before others (or its successor) read what it read. */
  readonly sessionTimeoutMs: number;
  readonly heartbeatMs: number;
  /** So long a rebalance waits for a member that does not join again; it joins later, and nothing is lost by it. */
  readonly rebalanceTimeoutMs: number;
  /** How long a fetch that finds nothing waits at the broker. */
  readonly maxWaitMs: number;
  /** Of reading: topics that are handled side by side. */
  readonly transactionsAtOnce: number;
  /** How long a partition of the service's own topic rests at its end. */
  readonly ownRestMs: number;
  /** Events of one transaction, at most. */
  readonly eventsAtOnce: number;
  /** Tries of an event whose handler fails, before it is a dead letter. */
  readonly tries: number;
  readonly firstRetryMs: number;
  /** So many dead letters one after the other stop the partition. */
  readonly lettersInARow: number;
  /** Waits while a dependency is out of order: the first, and the longest. */
  readonly postponeMs: number;
  readonly postponeMaxMs: number;
  /** How often stopped partitions, new incarnations and rebuilds are looked after. */
  readonly careMs: number;
  /** Without any sign of life for so long, or with one batch under way for so long, the process is given up. */
  readonly silentMs: number;
  /** The group's offsets are told to the broker that often, for its lag figures. */
  readonly commitEveryMs: number;
  readonly relayPollMinMs: number;
  readonly relayPollMaxMs: number;
  readonly relayLockMs: number;
  readonly relayRecords: number;
  readonly relayBytes: number;
  /** How long what a broker refuses stays aside, before it is offered again. */
  readonly refusedMs: number;
  /** How often an owner compares its topics with its rows, beside the start. */
  readonly compareEveryMs: number;
}

export const defaultTuning: MessagingTuning = {
  sessionTimeoutMs: 10_000,
  heartbeatMs: 2_000,
  rebalanceTimeoutMs: 10_000,
  maxWaitMs: 500,
  transactionsAtOnce: 3,
  ownRestMs: 500,
  eventsAtOnce: 200,
  tries: 3,
  firstRetryMs: 50,
  lettersInARow: 5,
  postponeMs: 100,
  postponeMaxMs: 5_000,
  careMs: 2_000,
  silentMs: 120_000,
  commitEveryMs: 5_000,
  relayPollMinMs: 20,
  relayPollMaxMs: 1_000,
  relayLockMs: 1_000,
  relayRecords: 500,
  relayBytes: 1_048_576,
  refusedMs: 30_000,
  compareEveryMs: 600_000,
};
