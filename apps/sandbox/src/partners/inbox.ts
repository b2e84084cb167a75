/** One request as it came, whatever became of it. */
export interface Received {
  /** Grows by one with each request of this partner. */
  readonly seq: number;
  /** When its first byte arrived, by this machine's clock. */
  readonly receivedAt: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body as text, to be verified byte by byte; empty until it has wholly arrived. */
  body: string;
  /** The whole body has arrived. */
  complete: boolean;
  /** The status answered; absent while none was, or where the connection was cut instead. */
  answered?: number;
}

export interface InboxPage {
  readonly items: readonly Received[];
  /** Pass it as `cursor` to read on; it is given on the last page too. */
  readonly next: string;
  readonly received: number;
  /** How many old requests have made room for newer ones. */
  readonly dropped: number;
}

export interface InboxLimits {
  readonly entries: number;
  readonly bytes: number;
}

/** What one partner received, in order of arrival; the oldest make room when it is full. */
export class Inbox {
  private entries: Received[] = [];
  private bytes = 0;
  private lastSeq = 0;
  private dropped = 0;

  constructor(private readonly limits: InboxLimits = { entries: 20_000, bytes: 64 * 2 ** 20 }) {}

  /** Listed at once, before its body has arrived: a request that was cut was received too. */
  add(request: Pick<Received, 'receivedAt' | 'method' | 'path' | 'headers'>): Received {
    const entry: Received = { seq: (this.lastSeq += 1), ...request, body: '', complete: false };
    this.entries.push(entry);
    this.bytes += sizeOf(entry);
    this.makeRoom();
    return entry;
  }

  complete(entry: Received, body: string): void {
    entry.body = body;
    entry.complete = true;
    if (!this.has(entry)) return;
    this.bytes += body.length;
    this.makeRoom();
  }

  /** `holds`: only those whose body has this text somewhere. */
  page(after: number, limit: number, holds = ''): InboxPage {
    const items = this.entries.filter(({ seq, body }) => seq > after && body.includes(holds)).slice(0, limit);
    const next = String(items.at(-1)?.seq ?? Math.min(after, this.lastSeq));
    return { items, next, received: this.lastSeq, dropped: this.dropped };
  }

  /** Numbers go on, so that a cursor stays one. */
  clear(): void {
    this.entries = [];
    this.bytes = 0;
    this.dropped = 0;
  }

  private has(entry: Received): boolean {
    const first = this.entries[0]?.seq;
    return first !== undefined && entry.seq >= first;
  }

  private makeRoom(): void {
    let gone = 0;
    while (this.entries.length - gone > this.limits.entries || this.bytes > this.limits.bytes) {
      const oldest = this.entries[gone];
      if (oldest === undefined) break;
      this.bytes -= sizeOf(oldest);
      gone += 1;
    }
    if (gone === 0) return;
    this.entries.splice(0, gone);
    this.dropped += gone;
  }
}

/** Roughly what it costs to keep. */
const sizeOf = ({ headers, body, path }: Received): number =>
  200 +
  path.length +
  body.length +
  Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
