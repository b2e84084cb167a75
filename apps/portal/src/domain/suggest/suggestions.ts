import { allAppellations, appellationByCode } from '@accord/reference-data/appellations';
import { allCommunes, communeByCode } from '@accord/reference-data/communes';
import { allOccupations, occupationByCode } from '@accord/reference-data/occupations';
import { allSkills, skillByCode } from '@accord/reference-data/skills';
import { departmentByCode } from '@accord/reference-data/territories';

import { lazy } from '../lazy.js';
import { isSearchable } from '../words/stop-words.js';
import { tokens } from '../words/tokens.js';
import { LabelWords } from './label-words.js';

export const suggestionKinds = ['occupation', 'appellation', 'commune', 'skill'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** A name that what was typed may become, with the code that a filter of the search takes. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly code: string;
  readonly label: string;
  /** Of an appellation: its occupation. */
  readonly occupation?: { readonly code: string; readonly label: string };
  /** Of a commune: which of its namesakes it is. */
  readonly department?: { readonly code: string; readonly label: string };
}

interface Name {
  readonly kind: SuggestionKind;
  readonly code: string;
  readonly label: string;
  /** 0 to 1: before its equals. */
  readonly weight: number;
}

const NAMES_A_PART = 500;
const MOST_WORDS = 8;
const FIRST_WORD = 0.5;
const PER_WORD = 0.03;
/** Weights are kept in a byte. */
const FULL_WEIGHT = 200;

/** Completes what is typed to names of jobs, communes and skills, in spite of a letter more, less or other. */
class Suggestions {
  private readonly kinds: SuggestionKind[] = [];
  private readonly codes: string[] = [];
  private readonly weights: number[] = [];
  private index: LabelWords | undefined;
  /** Work space of a search, one number a label: points, words met so far, points of the word at hand. */
  private scores = new Float32Array(0);
  private rounds = new Uint8Array(0);
  private gains = new Float32Array(0);

  static *make(names: () => Iterable<Name>): Generator<void, Suggestions> {
    const made = new Suggestions();
    made.index = yield* LabelWords.make(made.learned(names()));
    return made;
  }

  private *learned(names: Iterable<Name>): Generator<string | undefined> {
    for (const { kind, code, label, weight } of names) {
      this.kinds.push(kind);
      this.codes.push(code);
      this.weights.push(Math.round(Math.min(1, weight) * FULL_WEIGHT));
      yield label;
      if (this.codes.length % NAMES_A_PART === 0) yield undefined;
    }
  }

  /** The best first; all words typed are met, each as a word or the beginning of one. */
  find(typed: string, kinds: readonly SuggestionKind[], most: number): Suggestion[] {
    const { index } = this;
    const words = tokens(typed).map(({ word }) => word);
    const sought = words.filter((word, at) => isSearchable(word) || at === words.length - 1).slice(-MOST_WORDS);
    if (index === undefined || sought.length === 0) return [];
    const best = new Best(most);
    for (const label of this.met(index, sought)) {
      if (kinds.includes(this.kinds[label] ?? 'skill'))
        best.offer(label, (this.scores[label] ?? 0) + this.bonus(index, label));
    }
    return best.labels.flatMap((label) => suggestion(this.kinds[label] ?? 'skill', this.codes[label] ?? '') ?? []);
  }

  /** Labels that meet every word; what they have gained by it stands in `scores`. */
  private met(index: LabelWords, sought: readonly string[]): readonly number[] {
    if (this.scores.length < index.size) {
      this.scores = new Float32Array(index.size);
      this.rounds = new Uint8Array(index.size);
      this.gains = new Float32Array(index.size);
    }
    let met: number[] = [];
    for (const [place, word] of sought.entries()) met = this.round(index, word, place, met);
    this.rounds.fill(0);
    return met;
  }

  /** One word: the labels that met all before and meet it. The best of several words of a label counts. */
  private round(index: LabelWords, word: string, place: number, before: readonly number[]): number[] {
    const { scores, rounds, gains } = this;
    const met: number[] = [];
    index.labelsWith(word, (label, score, first) => {
      const round = rounds[label] ?? 0;
      if (round < place) return;
      const gain = score + (first && place === 0 ? FIRST_WORD : 0);
      if (round === place) {
        rounds[label] = place + 1;
        gains[label] = gain;
        met.push(label);
      } else if (gain > (gains[label] ?? 0)) gains[label] = gain;
    });
    if (place === 0) for (const label of met) scores[label] = 0;
    for (const label of met) scores[label] = (scores[label] ?? 0) + (gains[label] ?? 0);
    for (const label of before) if (rounds[label] === place) rounds[label] = 0;
    return met;
  }

  private bonus(index: LabelWords, label: number): number {
    return (this.weights[label] ?? 0) / FULL_WEIGHT - PER_WORD * index.lengthOf(label);
  }
}

interface Scored {
  readonly label: number;
  readonly score: number;
}
const before = (a: Scored, b: Scored): boolean => a.score > b.score || (a.score === b.score && a.label < b.label);

/** The few best of many, in order; of equals, what came first in the lists. */
class Best {
  private readonly kept: Scored[] = [];

  constructor(private readonly most: number) {}

  offer(label: number, score: number): void {
    const last = this.kept.at(-1);
    if (this.kept.length >= this.most && last !== undefined && !before({ label, score }, last)) return;
    const at = this.kept.findIndex((kept) => before({ label, score }, kept));
    this.kept.splice(at === -1 ? this.kept.length : at, 0, { label, score });
    if (this.kept.length > this.most) this.kept.pop();
  }

  get labels(): number[] {
    return this.kept.map(({ label }) => label);
  }
}

function suggestion(kind: SuggestionKind, code: string): Suggestion | undefined {
  switch (kind) {
    case 'occupation': {
      const occupation = occupationByCode(code);
      return occupation && { kind, code, label: occupation.label };
    }
    case 'appellation': {
      const appellation = appellationByCode(code);
      const occupation = appellation && occupationByCode(appellation.occupation);
      return (
        appellation && { kind, code, label: appellation.label, ...(occupation && { occupation: labelled(occupation) }) }
      );
    }
    case 'commune': {
      const commune = communeByCode(code);
      const department = commune && departmentByCode(commune.department);
      const { name = '' } = department ?? {};
      return commune && { kind, code, label: commune.name, department: { code: commune.department, label: name } };
    }
    case 'skill': {
      const skill = skillByCode(code);
      return skill && { kind, code, label: skill.label };
    }
  }
}

const labelled = ({ code, label }: { readonly code: string; readonly label: string }) => ({ code, label });

/** Cities before villages; occupations and their principal names before the rest. */
function* names(): Generator<Name> {
  for (const { code, label } of allOccupations()) yield { kind: 'occupation', code, label, weight: 0.7 };
  for (const { code, label, principal } of allAppellations())
    yield { kind: 'appellation', code, label, weight: principal ? 0.6 : 0.5 };
  for (const { code, name, population, parent } of allCommunes())
    if (parent === undefined)
      yield { kind: 'commune', code, label: name, weight: Math.log10(Math.max(1, population)) / 6.5 };
  for (const { code, label } of allSkills()) yield { kind: 'skill', code, label, weight: 0.1 };
}

/** Made at its first use, in parts of some milliseconds, in 0.7 s. */
export const theSuggestions = lazy(() => Suggestions.make(names));
