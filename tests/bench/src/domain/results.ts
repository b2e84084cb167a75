import type { Explained } from './plan.js';
import type { SearchKind } from './search-mix.js';
import type { Summary } from './summary.js';

/** By the name of a process. */
export type ByProcess = ReadonlyMap<string, number>;

export interface Usage {
  /** Seconds. */
  readonly cpuS: ByProcess;
  /** The most, in MB. */
  readonly residentMb: ByProcess;
}

interface Phase {
  readonly offers: number;
  /** What went wrong, in words: any makes the bench fail. */
  readonly errors: readonly string[];
}

export interface LatencyFigures extends Phase {
  /** Milliseconds from the 201 to the portal's first byte. */
  readonly received: Summary;
  /** Milliseconds from when the request was due to its 201. */
  readonly answered: Summary;
}

export interface SustainedFigures extends Phase {
  /** Deliveries received a second. */
  readonly deliveriesPerSecond: number;
}

export interface BulkFigures extends SustainedFigures {
  /** Receipts a second. */
  readonly acceptedPerSecond: number;
}

/** The same offers to the same portals, without and with some that do not answer. */
export interface IsolationFigures {
  readonly ratePerSecond: number;
  readonly healthy: LatencyFigures;
  readonly disturbed: LatencyFigures;
}

/** One agreement withdrawn, under which many offers are on show at all portals. */
export interface WithdrawalFigures extends Phase {
  /** Offers at portals that came down. */
  readonly postings: number;
  readonly portals: number;
  /** Milliseconds until `effectiveAt`, from the request on. */
  readonly effectiveMs: number;
  /** Milliseconds until the answer, whether it says *stopped* or *stopping*. */
  readonly answeredMs: number;
  /** Milliseconds until the last portal was told to remove the last offer. */
  readonly toldMs: number;
}

/** What one permit costs, asked in batches of 100 and closed; microseconds of CPU. Its proof is signed once, and left out. */
export interface PermitFigures {
  readonly permits: number;
  readonly processUs: number;
  readonly databaseUs: number;
}

/** Requests of one kind. */
export interface KindOfSearch {
  readonly kind: SearchKind;
  /** Milliseconds from the request to the last byte of its answer. */
  readonly answered: Summary;
  /** Of 1, how many found something. */
  readonly found: number;
  readonly slowest: { readonly path: string; readonly ms: number; readonly plan: readonly Explained[] };
}

export interface SearchFigures {
  /** On show while it was searched. */
  readonly ads: number;
  readonly clients: number;
  readonly errors: readonly string[];
  readonly answered: Summary;
  readonly requestsPerSecond: number;
  readonly kinds: readonly KindOfSearch[];
  readonly index: { readonly tableMb: number; readonly termsMb: number; readonly filledInS: number };
}

type Used = { readonly usage: Usage };

/** What one run measured; a part that was left out is absent. */
export interface BenchResults {
  readonly atRestMb: ByProcess;
  readonly latency?: LatencyFigures & Used;
  readonly sustained?: SustainedFigures & Used;
  readonly bulk?: BulkFigures & Used;
  readonly portals?: SustainedFigures & Used & { readonly isolation: IsolationFigures };
  readonly permits?: PermitFigures;
  readonly withdrawal?: WithdrawalFigures & Used;
  readonly search?: SearchFigures & Used;
}

/** Of all phases, each with its name. */
export function errorsOf({ latency, sustained, bulk, portals, withdrawal, search }: BenchResults): string[] {
  const phases = {
    latency,
    sustained,
    bulk,
    portals,
    healthy: portals?.isolation.healthy,
    disturbed: portals?.isolation.disturbed,
    withdrawal,
    search,
  };
  return Object.entries(phases).flatMap(([name, phase]) => (phase?.errors ?? []).map((error) => `${name}: ${error}`));
}
