import { parseQuery } from './parse-query.js';
import { type Group, type Knowledge, type Reading, type Understood, understandQuery } from './understand-query.js';

/** A way to look for a query's words; where nothing is found, the next one is tried. */
export interface SearchReading {
  /** `all` words as they stand, jobs by their name; words `corrected`; jobs `mentioned`; or `fewer` words. */
  readonly kind: 'all' | 'corrected' | 'mentioned' | 'fewer';
  readonly clauses: Understood['clauses'];
  readonly excluded: Understood['excluded'];
  readonly reading: Reading;
  /** Words left out, as written. */
  readonly ignored: readonly string[];
}

type Clause = readonly Group[];
export type Readings = readonly [SearchReading, ...SearchReading[]];

/**
 * All words as they stand, with the job as what an ad is called; where there is no such ad, with words that nobody knows
 * taken for those that are nearly so; then ads that mention the job; then those without the words that are no job, place or
 * fact, or, where there are no others, with any of them. Quoted phrases, exclusions and filters are never given up.
 */
export function readingsOf(text: string, knowledge: Knowledge): Readings {
  const parsed = parseQuery(text);
  const asItStands = understandQuery(parsed, knowledge);
  const corrected = understandQuery(parsed, { ...knowledge, corrects: true });
  const isCorrected = corrected.reading.corrections.length > 0;
  const best = isCorrected ? corrected : asItStands;
  return [
    { kind: 'all', ...asItStands, ignored: [] },
    ...(isCorrected ? [{ kind: 'corrected' as const, ...corrected, ignored: [] }] : []),
    ...mentions(best),
    ...fewer(best),
  ];
}

function mentions(understood: Understood): SearchReading[] {
  if (!understood.clauses.some((clause) => clause.some(({ kind }) => kind === 'job'))) return [];
  const clauses = understood.clauses.map((clause) => clause.map(mentioned));
  return [{ kind: 'mentioned', ...understood, clauses, ignored: [] }];
}

const mentioned = (group: Group): Group => (group.kind === 'job' ? { ...group, kind: 'words' } : group);

function fewer(understood: Understood): SearchReading[] {
  const loose = understood.clauses.filter(isLoose);
  const firm = understood.clauses.filter((clause) => !isLoose(clause));
  const ignored = loose.flatMap((clause) => clause.map(({ written }) => written));
  if (loose.length > 0 && firm.some(carriesTheSearch))
    return [{ kind: 'fewer', ...understood, clauses: firm, ignored }];
  if (loose.length < 2) return [];
  return [{ kind: 'fewer', ...understood, clauses: [...firm, loose.flat()], ignored: [] }];
}

const isLoose = (clause: Clause): boolean =>
  clause.every(({ kind, phrase }) => kind === 'words' && phrase === undefined);
const carriesTheSearch = (clause: Clause): boolean =>
  clause.some(({ kind, phrase }) => kind === 'job' || phrase !== undefined);
