import { allAppellations } from '@accord/reference-data/appellations';
import { allOccupations } from '@accord/reference-data/occupations';

import { lazy } from '../lazy.js';
import { FuzzyWords } from '../words/fuzzy-words.js';
import { stem } from '../words/stem.js';
import { nameKey, stemsOf } from '../words/stems.js';
import { tokens } from '../words/tokens.js';

/** Longest name of a job that is looked for in a query, in words that tell something. */
export const LONGEST_NAME = 6;
const LABELS_A_PART = 300;
/** Shorter words are not taken for others, nor others for them: too many are near. */
const SHORTEST_CORRECTED = 5;

/**
 * The names of jobs, as ROME has them: which occupations a name means, and which words are words of the trade. Names are
 * compared by their stems: "infirmières" is a name because "Infirmier / Infirmière" is one.
 */
export class Lexicon {
  private readonly occupations = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly known = new Set<string>();
  private readonly heads = new Set<string>();
  private words: readonly string[] = [];
  private fuzzy: FuzzyWords | undefined;

  static *make(): Generator<void, Lexicon> {
    const lexicon = new Lexicon();
    let labels = 0;
    for (const { code, label } of allOccupations()) lexicon.learn([label], code);
    yield;
    for (const { label, shortLabel, occupation } of allAppellations()) {
      lexicon.learn(label === shortLabel ? [label] : [label, shortLabel], occupation);
      labels += 1;
      if (labels % LABELS_A_PART === 0) yield;
    }
    yield* lexicon.finish();
    return lexicon;
  }

  private learn(labels: readonly string[], code: string): void {
    for (const label of labels) {
      for (const { word } of tokens(label)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
      for (const name of namesIn(label)) this.add(name, code);
    }
  }

  private add(name: string, code: string): void {
    const stems = stemsOf(name);
    const key = nameKey(stems);
    if (stems[0] !== undefined) this.heads.add(stems[0]);
    const codes = this.occupations.get(key);
    if (codes === undefined) this.occupations.set(key, code);
    else if (!codes.includes(code)) this.occupations.set(key, `${codes} ${code}`);
  }

  private *finish(): Generator<void> {
    for (const word of this.counts.keys()) this.known.add(stem(word));
    this.words = [...this.counts]
      .filter(([word]) => word.length >= SHORTEST_CORRECTED - 1 && !/\d/.test(word))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word]) => word);
    this.fuzzy = yield* FuzzyWords.make(this.words);
    this.counts.clear();
    this.occupations.delete('');
  }

  /** ROME codes of the occupations that have a name of these stems. */
  occupationsNamed(stems: readonly string[]): readonly string[] {
    return this.occupations.get(nameKey([...new Set(stems)]))?.split(' ') ?? [];
  }

  /** Whether names of jobs begin with this stem: "infirmier", "agent", "responsable". */
  beginsNames(stem: string): boolean {
    return this.heads.has(stem);
  }

  /** Whether a folded word is one of the trade's, in whatever number and gender. */
  knows(word: string): boolean {
    return this.known.has(stem(word));
  }

  /** What a word that is not known may have been meant to be: the nearest, the commonest first. */
  corrections(word: string): readonly string[] {
    if (word.length < SHORTEST_CORRECTED || this.knows(word) || /\d/.test(word)) return [];
    const near = this.fuzzy?.near(word, word.length < 8 ? 1 : 2) ?? [];
    const least = near[0]?.differences;
    return near
      .filter(({ differences }) => differences === least)
      .slice(0, 2)
      .map(({ at }) => this.words[at] ?? '');
  }
}

/** A label, and its two halves where they are different names: "Valet / Femme de chambre". What stands in brackets is left out. */
function namesIn(label: string): string[] {
  const plain = label.replaceAll(/\([^)]*\)|-[A-Z]{2,6}-/g, ' ');
  const halves = plain.split(' / ');
  return halves.length === 2 && !sameBeginning(halves) ? [plain, ...halves] : [plain];
}

function sameBeginning([first = '', second = '']: readonly string[]): boolean {
  const [head] = stemsOf(first);
  return head !== undefined && head === stemsOf(second)[0];
}

/** Made at its first use, in some 0.3 s. */
export const theLexicon = lazy(() => Lexicon.make());
