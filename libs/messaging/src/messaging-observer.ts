/** Someone must look: each rings (an error in the log and a figure). */
export type Alarm =
  | { readonly kind: 'partition-stopped'; readonly topic: string; readonly partition: number; readonly because: string }
  | { readonly kind: 'topic-refused'; readonly topic: string; readonly because: string }
  | { readonly kind: 'owner-restored'; readonly topic: string; readonly key: string; readonly because: string }
  | { readonly kind: 'foreign-record'; readonly topic: string; readonly because: string };

/** Told what messaging does: for figures and alarms. What it throws is nobody's to catch, so it throws nothing. */
export interface MessagingObserver {
  /** A batch was acknowledged by the broker. */
  sent?(counts: ReadonlyMap<string, number>, seconds: number): void;
  /** Every few seconds: events that wait (counted up to 100,000) and the age of the oldest. */
  outbox?(depth: number, oldestSeconds: number): void;
  /** One transaction of events. */
  committed?(topic: string, count: number, seconds: number): void;
  deadLetter?(topic: string, reason: string): void;
  /** A dependency is out of order: the partition waits. */
  postponed?(topic: string): void;
  lag?(topic: string, partition: number, records: number): void;
  /** Emitted again because the topic had lost it. */
  reemitted?(topic: string, count: number): void;
  rebuild?(topic: string, reason: string): void;
  alarm?(alarm: Alarm): void;
}
