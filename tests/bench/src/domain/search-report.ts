import { type Column, table } from './markdown.js';
import type { KindOfSearch, SearchFigures, Usage } from './results.js';
import { searchKinds } from './search-mix.js';
import type { Summary } from './summary.js';

/** How searches of each kind were answered, and what it took; the plans of the slowest, to unfold. */
export function searches(figures: (SearchFigures & { readonly usage: Usage }) | undefined): string {
  if (figures === undefined) return '';
  const kinds = figures.kinds.toSorted((a, b) => searchKinds.indexOf(a.kind) - searchKinds.indexOf(b.kind));
  return [told(figures), kindsTable(figures.answered, kinds), plans(kinds)].join('\n\n');
}

function told({ ads, clients, requestsPerSecond, answered, index, usage }: SearchFigures & { readonly usage: Usage }) {
  const cpuMs = [...usage.cpuS].map(([name, seconds]) => ({ name, ms: (seconds * 1_000) / answered.count }));
  const most = cpuMs.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  const mb = (name: string) => Math.round(usage.residentMb.get(name) ?? 0);
  return [
    `Search among ${ads.toLocaleString('en')} ads by ${clients} clients: ${Math.round(requestsPerSecond)} requests a second;`,
    `CPU ms a request: ${most.map(({ name, ms }) => `${name} ${ms.toFixed(1)}`).join(', ')}.`,
    `Resident: portal ${mb('portal')} MB, database ${mb('database')} MB.`,
    `On disk: ${Math.round(index.tableMb)} MB with all indexes, of which the inverted one ${Math.round(index.termsMb)} MB;`,
    `filled in ${Math.round(index.filledInS)} s.`,
  ].join(' ');
}

const right = (...names: readonly string[]): Column[] => names.map((name) => ({ name, align: 'right' }));

function kindsTable(all: Summary, kinds: readonly KindOfSearch[]): string {
  const columns = [
    { name: 'Search, milliseconds until the whole answer' },
    ...right('of', 'p50', 'p95', 'p99', 'most', 'found something'),
  ];
  const rows = kinds.map(({ kind, answered, found }) => [kind, ...cells(answered), `${Math.round(found * 100)} %`]);
  return table(columns, [...rows, ['**all**', ...cells(all), '']]);
}

const cells = ({ count, p50, p95, p99, max }: Summary): string[] => [
  String(count),
  ...[p50, p95, p99, max].map((ms) => ms.toFixed(ms < 10 ? 1 : 0)),
];

function plans(kinds: readonly KindOfSearch[]): string {
  const each = kinds.flatMap(({ kind, slowest: { path, ms, plan } }) =>
    plan.length === 0 ? [] : [[`${kind}: \`${decoded(path)}\`, ${Math.round(ms)} ms`, ...plan.map(block)].join('\n\n')],
  );
  return [
    '<details>',
    '<summary>Plans of the slowest request of each kind, made again when nobody else searched: the whole statement, and the slowest within it that reads ads</summary>',
    ...each,
    '</details>',
  ].join('\n\n');
}

/** A cursor is long and says nothing to a reader. */
const decoded = (path: string): string =>
  decodeURIComponent(path.replace(/&cursor=[^&]*/, '&cursor=…').replaceAll('+', ' '));

const block = ({ ms, lines }: KindOfSearch['slowest']['plan'][number]): string =>
  ['```text', `${ms.toFixed(1)} ms`, ...lines, '```'].join('\n');
