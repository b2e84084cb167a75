import { headTerm, nameTerm, titleTerm, wholeTitleTerm } from '../terms.js';
import { nameKey } from '../words/stems.js';
import { all, any, has, not, phrase, type TsQuery } from './tsquery.js';
import type { Group, Slot } from './understand-query.js';

type Clause = readonly Group[];
type Naming = (stem: string) => string;

const itself: Naming = (stem) => stem;

/**
 * What a query asks of an ad's words, best first: whoever meets an earlier condition stands before all who meet a later one
 * only, and within one the newest stands first. So the order is total, and any page of it can be found from the ad before.
 *
 * 1. the title is what was written, 2. begins with it, 3. has all of it, 4. has it or another name for it; 5. the job is
 * meant, by its name or its code, and the rest stands in the title; 6. the job is meant and the rest stands anywhere.
 */
export function rankTiers(asked: readonly Clause[]): readonly TsQuery[] {
  const clauses = asked.filter((clause) => !isBeside(clause));
  if (clauses.length === 0) return [];
  const asWritten = clauses.map((clause) => clause.map(withoutSynonyms));
  const written = asWritten.map((clause) => met(clause, titleOf));
  const conditions = [
    wholeTitle(asWritten),
    all([...headOf(asWritten), ...written]),
    all(written),
    all(clauses.map((clause) => met(clause, titleOf))),
    all(clauses.map((clause) => met(clause, meantOr(titleOf)))),
    matchOf(clauses),
  ].filter((condition) => condition !== undefined);
  return apart([...new Set(conditions)]);
}

const withoutSynonyms = (group: Group): Group => ({ ...group, literal: group.literal.slice(0, 1) });

/** All that any of the tiers finds: the last of them, since each is wider than the one before. */
export const matchOf = (asked: readonly Clause[]): TsQuery | undefined =>
  all(asked.filter((clause) => !isBeside(clause)).map((clause) => met(clause, meantOr(anywhere))));

/** Places and facts that the words name: every ad that is found meets them, whatever its tier. */
export const besideOf = (asked: readonly Clause[], kind: 'place' | 'fact'): TsQuery | undefined =>
  all(asked.filter((clause) => isBeside(clause) && clause[0]?.kind === kind).map((clause) => met(clause, titleOf)));

/** Without what the tiers before have found. */
const apart = (conditions: readonly TsQuery[]): TsQuery[] =>
  conditions.map((condition, at) => {
    const better = conditions[at - 1];
    return better === undefined ? condition : (all([condition, not(better)]) ?? condition);
  });

const NOTHING = has('=');
const met = (clause: Clause, one: (group: Group) => TsQuery | undefined): TsQuery =>
  any(clause.flatMap((group) => one(group) ?? [])) ?? NOTHING;

const codesOf = ({ codes }: Group): TsQuery[] => codes.map(has);

/** What is coded in every ad, a place or a contract, is met by its code or in the title: a text names many others. */
const isCoded = ({ kind }: Group): boolean => kind === 'place' || kind === 'fact';
const isBeside = (clause: Clause): boolean => clause.every(isCoded);

function titleOf(group: Group): TsQuery | undefined {
  const inTitle = literally(group, titleTerm);
  return any(isCoded(group) ? [...inTitle, ...codesOf(group)] : inTitle);
}

const anywhere = (group: Group): TsQuery | undefined =>
  isCoded(group) ? titleOf(group) : any([...literally(group, itself), ...codesOf(group)]);

/** A job by what it is called or by its code, for a job that a text mentions is mostly a colleague's; the rest as given. */
const meantOr =
  (rest: (group: Group) => TsQuery | undefined) =>
  (group: Group): TsQuery | undefined =>
    group.kind === 'job' ? any([...literally(group, nameTerm), ...codesOf(group)]) : rest(group);

function literally(group: Group, named: Naming): TsQuery[] {
  if (group.phrase !== undefined) return [phrase(group.phrase, named)].filter((one) => one !== undefined);
  return group.literal.flatMap((slots) => all(slots.map((slot) => filled(slot, named))) ?? []);
}

const filled = (slot: Slot, named: Naming): TsQuery => any(slot.map((stem) => has(named(stem)))) ?? NOTHING;

/** The words of the query, in their order, are the title. */
function wholeTitle(clauses: readonly Clause[]): TsQuery | undefined {
  if (clauses.some((clause) => clause.length > 1)) return undefined;
  const names = namesOf(clauses.flatMap(([group]) => group ?? []));
  return any(names.map((name) => has(wholeTitleTerm(nameKey([...new Set(name)])))));
}

/** What was written, and what it may have been meant to be. */
const namesOf = (groups: readonly Group[]): string[][] => [
  groups.flatMap((group) => nameOf(group, 0)),
  groups.flatMap((group) => nameOf(group, -1)),
];

const nameOf = ({ phrase: words, literal }: Group, at: number): string[] =>
  words?.map(({ stem }) => stem) ?? (literal[0] ?? []).map((slot) => slot.at(at) ?? '');

/** The title's first word is one of the first words asked for. */
function headOf([first = []]: readonly Clause[]): TsQuery[] {
  const heads = first.flatMap(({ literal, phrase: words }) => [
    ...literal.flatMap(([slot = []]) => slot),
    ...(words?.slice(0, 1).map(({ stem }) => stem) ?? []),
  ]);
  const head = any(heads.map((stem) => has(headTerm(stem))));
  return head === undefined ? [] : [head];
}
