import type { Group, Understood } from './understand-query.js';

/** A way to look for a query's words; where nothing is found, the next one is tried. */
export interface SearchReading {
  /** `all`: jobs by their name; `mentioned`: by any mention; `fewer`: without some of the words. */
  readonly kind: 'all' | 'mentioned' | 'fewer';
  readonly clauses: Understood['clauses'];
  /** Words left out, as written. */
  readonly ignored: readonly string[];
}

type Clause = readonly Group[];

/**
 * All words, with the job as what an ad is called; if there is no such ad, those that mention it; if there is none either,
 * those without the words that are no job, place or fact, or, where there are no others, with any of them. Quoted phrases,
 * exclusions and filters are never given up.
 */
export function readingsOf({ clauses }: Pick<Understood, 'clauses'>): readonly [SearchReading, ...SearchReading[]] {
  const readings: [SearchReading, ...SearchReading[]] = [{ kind: 'all', clauses, ignored: [] }];
  if (clauses.some((clause) => clause.some(({ kind }) => kind === 'job')))
    readings.push({ kind: 'mentioned', clauses: clauses.map((clause) => clause.map(mentioned)), ignored: [] });
  const loose = clauses.filter(isLoose);
  const firm = clauses.filter((clause) => !isLoose(clause));
  const ignored = loose.flatMap((clause) => clause.map(({ written }) => written));
  if (loose.length > 0 && firm.some(carriesTheSearch)) readings.push({ kind: 'fewer', clauses: firm, ignored });
  else if (loose.length > 1) readings.push({ kind: 'fewer', clauses: [...firm, loose.flat()], ignored: [] });
  return readings;
}

const mentioned = (group: Group): Group => (group.kind === 'job' ? { ...group, kind: 'words' } : group);
const isLoose = (clause: Clause): boolean =>
  clause.every(({ kind, phrase }) => kind === 'words' && phrase === undefined);
const carriesTheSearch = (clause: Clause): boolean =>
  clause.some(({ kind, phrase }) => kind === 'job' || phrase !== undefined);
