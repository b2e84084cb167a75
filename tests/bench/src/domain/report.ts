import { goalsOf } from './goals.js';
import { type Column, table } from './markdown.js';
import type { BenchResults, LatencyFigures, Usage } from './results.js';
import { searches } from './search-report.js';
import type { Summary } from './summary.js';

/** Where and how figures were measured. */
export interface Circumstances {
  readonly date: string;
  readonly command: string;
  readonly commit: string;
  readonly machine: string;
  readonly software: string;
  /** Processes that wanted a core before the bench began: above 0.2 or so, somebody else was at work. */
  readonly loadBefore: number;
}

/** All figures of a run, in Markdown. */
export function report(results: BenchResults, where: Circumstances): string {
  return [
    header(where),
    goals(results),
    latencies(results),
    throughput(results),
    searches(results.search),
    memory(results),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function header({ date, command, commit, machine, software, loadBefore }: Circumstances): string {
  return [
    `\`${command}\` on ${date}, commit ${commit}.`,
    `${machine}. ${software}. Load average before the run: ${loadBefore.toFixed(1)}.`,
  ].join('\n');
}

const right = (...names: readonly string[]): Column[] => names.map((name) => ({ name, align: 'right' }));

function goals(results: BenchResults): string {
  const all = goalsOf(results);
  if (all.length === 0) return '';
  const columns: Column[] = [{ name: 'Figure' }, ...right('Measured', 'Goal'), { name: '' }];
  const rows = all.map(({ what, figure, goal, met }) => [what, figure, goal, met ? 'met' : '**missed**']);
  return table(columns, rows);
}

function latencies({ latency, portals }: BenchResults): string {
  const isolation = portals?.isolation;
  const rows = [
    ...(latency === undefined ? [] : latencyRows('one portal', latency)),
    ...(isolation === undefined ? [] : latencyRows('75 portals, all well', isolation.healthy)),
    ...(isolation === undefined
      ? []
      : latencyRows('75 portals, one dead and one slow: the others', isolation.disturbed)),
  ];
  return rows.length === 0 ? '' : table([{ name: 'Milliseconds' }, ...right('of', 'p50', 'p95', 'p99', 'most')], rows);
}

const latencyRows = (who: string, { received, answered }: LatencyFigures): string[][] => [
  [`${who}: 201 → first byte at a portal`, ...cells(received)],
  [`${who}: request due → 201`, ...cells(answered)],
];

const cells = ({ count, p50, p95, p99, max }: Summary): string[] => [
  String(count),
  ...[p50, p95, p99, max].map((ms) => String(Math.round(ms))),
];

function throughput({ latency, sustained, bulk, portals, withdrawal }: BenchResults): string {
  const phases = [
    { name: 'arrivals at a steady rate, one portal', figures: latency },
    { name: 'closed loop by POST, one portal', figures: sustained, rate: sustained?.deliveriesPerSecond },
    { name: 'one bulk import, one portal', figures: bulk, rate: bulk?.deliveriesPerSecond },
    { name: 'closed loop by POST, 75 portals', figures: portals, rate: portals?.deliveriesPerSecond },
    { name: 'withdrawal of an agreement, 75 portals', figures: withdrawal, rate: removalsPerSecond(withdrawal) },
  ];
  const rows = phases.flatMap(({ name, figures, rate }) =>
    figures === undefined
      ? []
      : [[name, String(figures.offers), rate === undefined ? '' : String(Math.round(rate)), cpuOf(figures)]],
  );
  if (rows.length === 0) return '';
  return table([{ name: 'Phase' }, ...right('offers', 'deliveries a second', 'CPU ms an offer')], rows);
}

const removalsPerSecond = (withdrawal: BenchResults['withdrawal']): number | undefined =>
  withdrawal && withdrawal.postings / (withdrawal.toldMs / 1_000);

/** In all, and who takes the most of it. */
function cpuOf({ offers, usage }: { readonly offers: number; readonly usage: Usage }): string {
  const each = [...usage.cpuS].map(([name, seconds]) => ({ name, ms: (seconds * 1_000) / offers }));
  const sum = each.reduce((total, { ms }) => total + ms, 0);
  const most = each.toSorted((a, b) => b.ms - a.ms).slice(0, 4);
  return `${sum.toFixed(1)} (${most.map(({ name, ms }) => `${name} ${ms.toFixed(1)}`).join(', ')})`;
}

function memory(results: BenchResults): string {
  const phases = [
    results.latency,
    results.sustained,
    results.bulk,
    results.portals,
    results.withdrawal,
    results.search,
  ];
  const most = (name: string) => Math.max(0, ...phases.map((phase) => phase?.usage.residentMb.get(name) ?? 0));
  const rows = [...results.atRestMb].map(([name, mb]) => [
    name,
    String(Math.round(mb)),
    most(name) === 0 ? '' : String(Math.round(most(name))),
  ]);
  return rows.length === 0
    ? ''
    : table([{ name: 'Resident memory, MB' }, ...right('at rest', 'most under load')], rows);
}
