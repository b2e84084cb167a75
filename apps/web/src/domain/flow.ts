import type { Figure } from './metrics-text.js';

/** The figures of one service at one moment; without figures it was away. */
export interface Sample {
  readonly atMs: number;
  readonly figures: readonly Figure[] | undefined;
}

/** How work flows through one service, in words of this system rather than of its metrics. */
export interface ServiceFlow {
  readonly service: string;
  readonly state: 'up' | 'away';
  readonly requestsPerS?: number;
  readonly errorsPerS?: number;
  readonly eventsSentPerS?: number;
  readonly eventsHandledPerS?: number;
  /** Events committed and not yet on their topic, and the age of the oldest. */
  readonly outbox?: { readonly events: number; readonly oldestS: number };
  /** Events on topics that this service has not handled yet. */
  readonly lag?: Readonly<Record<string, number>>;
  readonly deadLetters?: number;
  readonly alarms?: number;
  readonly memoryMb?: number;
}

/** Rates are taken between the two samples; a counter that fell has begun anew with its process. */
export function flowOf(service: string, earlier: Sample | undefined, latest: Sample): ServiceFlow {
  const { figures } = latest;
  if (figures === undefined) return { service, state: 'away' };
  const rate = (name: string, fits?: (labels: Figure['labels']) => boolean): number =>
    rateOf(sumOf(earlier?.figures ?? [], name, fits), sumOf(figures, name, fits), seconds(earlier, latest));
  return {
    service,
    state: 'up',
    requestsPerS: rate('http_request_duration_seconds_count', ({ route }) => !isProbe(route)),
    errorsPerS: rate('http_request_duration_seconds_count', ({ status }) => (status ?? '').startsWith('5')),
    eventsSentPerS: rate('accord_events_sent_total'),
    eventsHandledPerS: rate('accord_events_handled_total'),
    outbox: { events: sumOf(figures, 'accord_outbox_events'), oldestS: sumOf(figures, 'accord_outbox_oldest_seconds') },
    lag: sumsBy(figures, 'accord_consumer_lag_events', 'topic'),
    deadLetters: sumOf(figures, 'accord_dead_letters_total'),
    alarms: sumOf(figures, 'accord_messaging_alarms_total'),
    memoryMb: Math.round(sumOf(figures, 'process_resident_memory_bytes') / 2 ** 20),
  };
}

const isProbe = (route = ''): boolean => route.startsWith('/health/') || route === '/metrics';

const seconds = (earlier: Sample | undefined, latest: Sample): number =>
  earlier === undefined ? 0 : (latest.atMs - earlier.atMs) / 1_000;

function rateOf(before: number, after: number, overS: number): number {
  if (overS <= 0) return 0;
  return Math.round(((after >= before ? after - before : after) / overS) * 100) / 100;
}

const sumOf = (
  figures: readonly Figure[],
  name: string,
  fits: (labels: Figure['labels']) => boolean = () => true,
): number => figures.reduce((sum, one) => (one.name === name && fits(one.labels) ? sum + one.value : sum), 0);

function sumsBy(figures: readonly Figure[], name: string, by: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { labels, value } of figures.filter((one) => one.name === name)) {
    const key = labels[by] ?? '';
    sums[key] = (sums[key] ?? 0) + value;
  }
  return sums;
}
