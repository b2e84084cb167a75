import { TOMBSTONE_DAYS } from './topic-policy.js';

/** What is stored of one partition. */
export interface StoredOffset {
  readonly next: bigint;
  readonly epoch: number;
  readonly clusterId: string;
  readonly incarnation: string | null;
  /** Since it was last known to be at the end. */
  readonly awayMs: number;
}

/** What the broker, and `accord.topics`, say of it now. */
export interface PartitionNow {
  readonly low: bigint;
  readonly high: bigint;
  readonly clusterId: string;
  /** Null where nobody announced one. */
  readonly incarnation: string | null;
  readonly compacted: boolean;
}

export type RebuildReason = 'other-cluster' | 'topic-made-anew' | 'offset-out-of-range' | 'away-too-long';

export type StartingPoint =
  | { readonly kind: 'first'; readonly next: bigint }
  | { readonly kind: 'continue'; readonly next: bigint }
  /** The stored offset says nothing about what is there now: the topic is read from its start. */
  | { readonly kind: 'anew'; readonly because: RebuildReason };

/** A day less than tombstones are kept. */
const TOO_LONG_MS = (TOMBSTONE_DAYS - 1) * 86_400_000;

export function startingPoint(stored: StoredOffset | undefined, now: PartitionNow): StartingPoint {
  if (stored === undefined) return { kind: 'first', next: now.low };
  if (stored.clusterId !== now.clusterId) return { kind: 'anew', because: 'other-cluster' };
  if (now.incarnation !== null && stored.incarnation !== now.incarnation)
    return { kind: 'anew', because: 'topic-made-anew' };
  if (stored.next > now.high || stored.next < now.low) return { kind: 'anew', because: 'offset-out-of-range' };
  if (now.compacted && stored.awayMs > TOO_LONG_MS && stored.next < now.high)
    return { kind: 'anew', because: 'away-too-long' };
  return { kind: 'continue', next: stored.next };
}
