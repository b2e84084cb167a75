import { headTerm, titleTerm, wholeTitleTerm } from '../terms.js';
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
 * 1. the title is what was asked for, 2. begins with it, 3. has all of it; 4. the job is meant and the rest stands in the
 * title; 5. the job is meant and the rest stands anywhere; 6. all words stand anywhere.
 */
export function rankTiers(asked: readonly Clause[]): readonly TsQuery[] {
  const clauses = asked.filter((clause) => !isBeside(clause));
  if (clauses.length === 0) return [];
  const title = clauses.map((clause) => met(clause, titleOf));
  const conditions = [
    wholeTitle(clauses),
    all([...headOf(clauses), ...title]),
    all(title),
    all(clauses.map((clause) => met(clause, meantOr(titleOf)))),
    all(clauses.map((clause) => met(clause, meantOr(anywhere)))),
    matchOf(clauses),
  ].filter((condition) => condition !== undefined);
  return apart([...new Set(conditions)]);
}

/** All that any of the tiers finds: the last of them, since each is wider than the one before. */
export const matchOf = (asked: readonly Clause[]): TsQuery | undefined =>
  all(asked.filter((clause) => !isBeside(clause)).map((clause) => met(clause, anywhere)));

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

/** A job by its code or in the title, for the mention of a job in a text is mostly that of a colleague; the rest as given. */
const meantOr =
  (rest: (group: Group) => TsQuery | undefined) =>
  (group: Group): TsQuery | undefined =>
    group.kind === 'job' && group.codes.length > 0
      ? any([...literally(group, titleTerm), ...codesOf(group)])
      : rest(group);

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

/** Every way to write the groups one behind the other; one word's corrections and one group's synonyms at a time. */
function namesOf(groups: readonly Group[]): string[][] {
  const plain = groups.map((group) => firstName(group));
  const other = groups.flatMap((group, at) =>
    group.literal.slice(1).map((slots) =>
      plain
        .with(
          at,
          slots.map((slot) => slot[0] ?? ''),
        )
        .flat(),
    ),
  );
  return [plain.flat(), groups.flatMap((group) => correctedName(group)), ...other];
}

const firstName = ({ phrase: words, literal }: Group): string[] =>
  words?.map(({ stem }) => stem) ?? (literal[0] ?? []).map((slot) => slot[0] ?? '');
const correctedName = ({ phrase: words, literal }: Group): string[] =>
  words?.map(({ stem }) => stem) ?? (literal[0] ?? []).map((slot) => slot.at(-1) ?? '');

/** The title's first word is one of the first words asked for. */
function headOf([first = []]: readonly Clause[]): TsQuery[] {
  const heads = first.flatMap(({ literal, phrase: words }) => [
    ...literal.flatMap(([slot = []]) => slot),
    ...(words?.slice(0, 1).map(({ stem }) => stem) ?? []),
  ]);
  const head = any(heads.map((stem) => has(headTerm(stem))));
  return head === undefined ? [] : [head];
}
