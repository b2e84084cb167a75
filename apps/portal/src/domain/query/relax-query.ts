import type { Understood } from './understand-query.js';

/** A way to look for a query's words: all of them, or, where nothing has them all, fewer. */
export interface SearchReading {
  readonly clauses: Understood['clauses'];
  /** Words left out, as written. */
  readonly ignored: readonly string[];
}

/**
 * All words; if no ad has them all, the jobs, places and facts among them; if there are none of these, or still no ad, any
 * of the words. Quoted phrases, exclusions and filters are never given up.
 */
export function readingsOf({ clauses }: Pick<Understood, 'clauses'>): readonly [SearchReading, ...SearchReading[]] {
  const isPlain = (clause: Understood['clauses'][number]) =>
    clause.every(({ kind, phrase }) => kind === 'words' && phrase === undefined);
  const firm = clauses.filter((clause) => !isPlain(clause));
  const loose = clauses.filter(isPlain);
  const ignored = loose.flatMap((clause) => clause.map(({ written }) => written));
  const readings: [SearchReading, ...SearchReading[]] = [{ clauses, ignored: [] }];
  if (loose.length === 0) return readings;
  if (firm.some((clause) => clause.some(({ kind, phrase }) => kind === 'job' || phrase !== undefined)))
    readings.push({ clauses: firm, ignored });
  else if (loose.length > 1) readings.push({ clauses: [...firm, loose.flat()], ignored: [] });
  return readings;
}
