import type { PlacedStem } from '../words/stems.js';
import { stem } from '../words/stem.js';
import { isSearchable } from '../words/stop-words.js';
import { term } from '../terms.js';
import { factsWritten } from './facts-in-words.js';
import { LONGEST_PLACE, type NamedPlace, placeOfCode, placeTerm, type Gazetteer } from './gazetteer.js';
import { LONGEST_NAME, type Lexicon } from './lexicon.js';
import type { ParsedQuery, QueryItem } from './parse-query.js';
import { ALIASES, isSynonymWord, synonymsOf } from './synonyms.js';

/** The stems a word may stand for: its own, and those of what it may have been meant to be. */
export type Slot = readonly string[];

/** Some words of a query that mean one thing: an ad has them, or one of the codes. */
export interface Group {
  readonly kind: 'words' | 'job' | 'place' | 'fact';
  /** As written, folded. */
  readonly written: string;
  /** Each a way to have the words: every slot filled. */
  readonly literal: readonly (readonly Slot[])[];
  readonly phrase?: readonly PlacedStem[];
  /** What words that nobody knows were taken for. */
  readonly corrections?: readonly Correction[];
  readonly codes: readonly string[];
}

export interface Correction {
  readonly written: string;
  readonly read: string;
}

/** What was made of a query, for the answer to say so. */
export interface Reading {
  readonly occupations: readonly string[];
  readonly places: readonly NamedPlace[];
  readonly corrections: readonly Correction[];
}

export interface Understood {
  /** Each must be met; of the groups in one, any. */
  readonly clauses: readonly (readonly Group[])[];
  readonly excluded: readonly (readonly PlacedStem[])[];
  readonly reading: Reading;
}

/** What words are known by. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  /** Off is for the tests that show what names of jobs and synonyms are worth. */
  readonly synonyms?: boolean;
  /** Takes words that nobody knows for those that are nearly so: where they find nothing as they stand. */
  readonly corrects?: boolean;
}

/** A word of the query, and what it may have been meant to be. */
interface Word {
  readonly word: string;
  readonly searchable: boolean;
  readonly slot: Slot;
  readonly correction?: Correction;
}

/** Said about the search rather than the job: left out where something else is looked for. */
const ABOUT_SEARCHING = new Set(
  'offre offres emploi emplois poste postes job jobs recrutement recrute recherche recherches cherche annonce annonces urgent'.split(
    ' ',
  ),
);

/** Finds names of jobs, places and facts among the words, the longest first; what remains is words. */
export function understandQuery(parsed: ParsedQuery, knowledge: Knowledge): Understood {
  const runs = runsOf(parsed.items);
  const clauses: Group[][] = [];
  let or = false;
  for (const run of runs) {
    if (run === 'or') {
      or = clauses.length > 0;
      continue;
    }
    const groups = Array.isArray(run)
      ? groupsOf(
          run.map((word) => wordOf(word, knowledge)),
          knowledge,
        )
      : [phraseGroup(run)];
    const [first, ...rest] = groups;
    if (first === undefined) continue;
    const before = or ? clauses.pop() : undefined;
    clauses.push([...(before ?? []), first], ...rest.map((group) => [group]));
    or = false;
  }
  return { clauses: withoutChatter(clauses), excluded: parsed.excluded, reading: readingOf(clauses.flat(), knowledge) };
}

type Phrase = Extract<QueryItem, { kind: 'phrase' }>;
type Run = string[] | Phrase | 'or';

/** Words that follow one another, with phrases and "or" between them. */
function runsOf(items: readonly QueryItem[]): Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (item.kind === 'or') runs.push('or');
    else if (item.kind === 'phrase') runs.push(item);
    else if (Array.isArray(last)) last.push(item.word);
    else runs.push([item.word]);
  }
  return runs;
}

function phraseGroup({ words, written }: Phrase): Group {
  return { kind: 'words', written, literal: [], phrase: words, codes: [] };
}

function wordOf(word: string, knowledge: Knowledge): Word {
  const searchable = isSearchable(word);
  const alias = ALIASES[word];
  const stands = knowledge.corrects !== true || !searchable || alias !== undefined || isKnown(word, knowledge);
  const corrections = stands ? [] : knowledge.lexicon.corrections(word);
  const slot = [...new Set([word, ...corrections, ...(alias === undefined ? [] : [alias])].map(stem))];
  const [read] = corrections;
  return { word, searchable, slot, ...(read !== undefined && { correction: { written: word, read } }) };
}

/** Nothing that means something as it stands is taken for something else. */
const isKnown = (word: string, { lexicon, gazetteer }: Knowledge): boolean =>
  lexicon.knows(word) ||
  isSynonymWord(stem(word)) ||
  gazetteer.named([word]).length > 0 ||
  factsWritten([stem(word)]).length > 0;

function groupsOf(words: readonly Word[], knowledge: Knowledge): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < words.length;) {
    const found = namedAt(words, at, knowledge);
    if (found !== undefined) groups.push(found.group);
    else groups.push(...plainGroup(words[at], knowledge));
    at += found?.length ?? 1;
  }
  return groups;
}

/** A word that jobs are called by means the job, even where it is no whole name of one: "développeur", "responsable". */
function plainGroup(word: Word | undefined, { lexicon }: Knowledge): Group[] {
  if (word === undefined || !word.searchable) return [];
  const kind = word.slot.some((one) => lexicon.beginsNames(one)) ? 'job' : 'words';
  return [{ kind, written: word.word, literal: [[word.slot]], corrections: correctionsIn([word]), codes: [] }];
}

interface Named {
  readonly group: Group;
  readonly length: number;
}

/** The longest name that begins at a word: a job's before a fact's before a place's. */
function namedAt(words: readonly Word[], at: number, knowledge: Knowledge): Named | undefined {
  if (words[at]?.searchable === true) {
    const longest = Math.min(words.length - at, 2 * LONGEST_NAME);
    for (let length = longest; length > 0; length -= 1) {
      const part = words.slice(at, at + length);
      if (part.at(-1)?.searchable !== true) continue;
      const group = jobGroup(part, knowledge) ?? factGroup(part);
      if (group !== undefined) return { group, length };
    }
  }
  return placeAt(words, at, knowledge);
}

const writtenOf = (part: readonly Word[]): string => part.map(({ word }) => word).join(' ');

function jobGroup(part: readonly Word[], { lexicon, synonyms = true }: Knowledge): Group | undefined {
  const said = part.filter(({ searchable }) => searchable);
  if (said.length > LONGEST_NAME) return undefined;
  const stems = said.map(({ slot }) => slot.at(-1) ?? '');
  const code = said.length === 1 && /^[a-n]\d{4}$/.test(said[0]?.word ?? '') ? said[0]?.word.toUpperCase() : undefined;
  const others = synonyms ? synonymsOf(stems) : [];
  const names = [stems, ...others];
  const codes = code === undefined ? (synonyms ? names.flatMap((name) => lexicon.occupationsNamed(name)) : []) : [code];
  if (codes.length === 0 && others.length === 0) return undefined;
  return {
    kind: 'job',
    written: writtenOf(part),
    literal: [said.map(({ slot }) => slot), ...others.map((name) => name.map((one) => [one]))],
    corrections: correctionsIn(said),
    codes: [...new Set(codes)].map((occupation) => term('occupation', occupation)),
  };
}

const correctionsIn = (words: readonly Word[]): Correction[] => words.flatMap(({ correction }) => correction ?? []);

function factGroup(part: readonly Word[]): Group | undefined {
  const said = part.filter(({ searchable }) => searchable);
  const codes = factsWritten(said.map(({ slot }) => slot[0] ?? ''));
  if (codes.length === 0) return undefined;
  return { kind: 'fact', written: writtenOf(part), literal: [said.map(({ slot }) => slot.slice(0, 1))], codes };
}

const BEFORE_A_PLACE = new Set(['a', 'sur', 'vers', 'en', 'dans', 'pres', 'autour']);

function placeAt(words: readonly Word[], at: number, knowledge: Knowledge): Named | undefined {
  for (let length = Math.min(words.length - at, LONGEST_PLACE); length > 0; length -= 1) {
    const part = words.slice(at, at + length);
    const places = placesNamed(part, words[at - 1]?.word, words.length > length, knowledge);
    if (places.length === 0) continue;
    const said = part.filter(({ searchable, word }) => searchable && !/^\d/.test(word));
    const literal = said.length === 0 ? [] : [said.map(({ word }) => [stem(word)])];
    return { group: { kind: 'place', written: writtenOf(part), literal, codes: places.map(placeTerm) }, length };
  }
  return undefined;
}

/** A single word of the trade ("Bar", "Plomb") is a place only behind "à" or "sur". */
function placesNamed(
  part: readonly Word[],
  before: string | undefined,
  withOthers: boolean,
  { gazetteer, lexicon }: Knowledge,
): readonly NamedPlace[] {
  const [first] = part;
  const alone = part.length === 1;
  if (first === undefined || (alone && !first.searchable)) return [];
  if (alone && /^\d|^2[ab]$/.test(first.word)) return placeOfCode(first.word, withOthers);
  if (alone && lexicon.knows(first.word) && !BEFORE_A_PLACE.has(before ?? '')) return [];
  return gazetteer.named(part.map(({ word }) => word));
}

/** "Offre d'emploi infirmier" is "infirmier"; "emploi" alone is looked for. */
function withoutChatter(clauses: readonly (readonly Group[])[]): readonly (readonly Group[])[] {
  const isChatter = ({ written, phrase }: Group) => phrase === undefined && ABOUT_SEARCHING.has(written);
  const said = clauses.filter((groups) => !groups.every(isChatter));
  return said.length > 0 ? said : clauses;
}

function readingOf(groups: readonly Group[], { gazetteer }: Knowledge): Reading {
  const codesOf = (kind: Group['kind']) => groups.filter((group) => group.kind === kind);
  return {
    occupations: [...new Set(codesOf('job').flatMap(({ codes }) => codes))].map((code) =>
      code.slice(code.indexOf(':') + 1),
    ),
    places: codesOf('place').flatMap(({ written }) => [
      ...gazetteer.named(written.split(' ')),
      ...placeOfCode(written, true),
    ]),
    corrections: groups.flatMap(({ corrections = [] }) => corrections),
  };
}
