import type { SafeExchange } from '@accord/safe-http/outcome';

import type { Attempted } from './domain/attempt-result.js';

/** One posting that is being sent, from before its permit is asked for until what came of it is stored. */
export class Flight {
  private exchange: SafeExchange | undefined;
  private reason: string | undefined;

  constructor(
    readonly postingId: string,
    readonly attempted: Attempted,
  ) {}

  /** Why it is to end; nothing of it may be sent any more. */
  get cutBecause(): string | undefined {
    return this.reason;
  }

  /** The request is under way: a cut from now on ends it. */
  attach(exchange: SafeExchange): void {
    this.exchange = exchange;
    if (this.reason !== undefined) void exchange.cut(this.reason);
  }

  /** Resolves once no byte of it can leave any more. */
  async cut(because: string): Promise<void> {
    this.reason ??= because;
    await this.exchange?.cut(this.reason);
  }
}

/** What this process is sending now. */
export class Flights {
  private readonly flights = new Map<string, Flight>();

  get size(): number {
    return this.flights.size;
  }

  get postingIds(): string[] {
    return [...this.flights.keys()];
  }

  begin(postingId: string, attempted: Attempted): Flight {
    const flight = new Flight(postingId, attempted);
    this.flights.set(postingId, flight);
    return flight;
  }

  end(flight: Flight): void {
    if (this.flights.get(flight.postingId) === flight) this.flights.delete(flight.postingId);
  }

  /** Ends the show of a posting that is no longer to be shown at that version. A removal is never cut: it only helps. */
  cutShow(postingId: string, newerThan: number, because: string): void {
    const flight = this.flights.get(postingId);
    if (flight?.attempted.kind === 'show' && flight.attempted.version <= newerThan) void flight.cut(because);
  }

  async cutAll(because: string): Promise<void> {
    await Promise.all([...this.flights.values()].map((flight) => flight.cut(because)));
  }
}
