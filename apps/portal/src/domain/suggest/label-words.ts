import { FuzzyWords } from '../words/fuzzy-words.js';
import { tokens } from '../words/tokens.js';

interface Postings {
  /** The labels of word n stand from starts[n] to starts[n + 1]. */
  readonly starts: Uint32Array;
  readonly labels: Uint32Array;
  /** Of each label, its first word. */
  readonly firsts: Uint32Array;
}

/** How well a word of a list meets one that was typed: 1 is the word itself. */
interface Meeting {
  /** Places in the sorted list of words: from, and before. */
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

const PREFIX = 0.75;
/** By how many letters differ. */
const NEARLY = [1, 0.55, 0.35] as const;
/** Where so few words begin as what was typed, those that nearly do are looked for as well. */
const FEW = 2;
const MOST_NEAR = 40;

/**
 * The words of many labels, and the labels of each word, in arrays of numbers: 83,000 labels take some 10 MB. Labels are
 * known by their place in the order they came.
 */
export class LabelWords {
  private constructor(
    private readonly words: readonly string[],
    private readonly fuzzy: FuzzyWords,
    private readonly of: Postings,
    private readonly lengths: Uint8Array,
  ) {}

  static *make(texts: Iterable<string | undefined>): Generator<void, LabelWords> {
    const ids = new Map<string, number>();
    const pairs = new Numbers();
    const lengths: number[] = [];
    for (const text of texts) {
      // A gap is a place to breathe.
      if (text === undefined) {
        yield;
        continue;
      }
      const own = [...new Set(tokens(text).map(({ word }) => word))];
      pairs.push(own.length);
      for (const word of own) {
        const id = ids.get(word) ?? ids.size;
        ids.set(word, id);
        pairs.push(id);
      }
      lengths.push(Math.min(255, own.length));
    }
    yield;
    const sorted = [...ids.keys()].sort();
    const rank = new Uint32Array(sorted.length);
    for (const [at, word] of sorted.entries()) rank[ids.get(word) ?? 0] = at;
    yield;
    const of = postings(pairs.all, rank, lengths.length);
    yield;
    const fuzzy = yield* FuzzyWords.make(sorted);
    return new LabelWords(sorted, fuzzy, of, Uint8Array.from(lengths));
  }

  get size(): number {
    return this.lengths.length;
  }

  /** How many different words a label has. */
  lengthOf(label: number): number {
    return this.lengths[label] ?? 0;
  }

  /**
   * The labels that have a word like the one typed, or one that begins so; where few do, words that are nearly so.
   * @param each is told of each label, maybe more than once, with how well it is met and whether by its first word
   */
  labelsWith(typed: string, each: (label: number, score: number, first: boolean) => void): void {
    const { starts, labels, firsts } = this.of;
    for (const { from, to, score } of this.meetings(typed)) {
      for (let word = from; word < to; word += 1) {
        const end = starts[word + 1] ?? 0;
        for (let at = starts[word] ?? 0; at < end; at += 1) {
          const label = labels[at] ?? 0;
          each(label, score, firsts[label] === word);
        }
      }
    }
  }

  private meetings(typed: string): Meeting[] {
    const from = this.firstFrom(typed);
    const to = this.firstFrom(`${typed}\u{10ffff}`);
    const itself = this.words[from] === typed ? 1 : 0;
    const begun = [
      { from, to: from + itself, score: 1 },
      { from: from + itself, to, score: PREFIX },
    ];
    return to - from > FEW || typed.length < 4 ? begun : [...begun, ...this.nearly(typed)];
  }

  private nearly(typed: string): Meeting[] {
    const most = typed.length < 8 ? 1 : 2;
    return this.fuzzy
      .near(typed, most, true)
      .filter(({ differences }) => differences > 0)
      .slice(0, MOST_NEAR)
      .map(({ at, differences }) => ({ from: at, to: at + 1, score: NEARLY[differences] ?? 0.2 }));
  }

  /** The first word that does not come before. */
  private firstFrom(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Numbers that are to be many, four bytes each. */
class Numbers {
  private numbers = new Uint32Array(1 << 16);
  private count = 0;

  push(number: number): void {
    if (this.count === this.numbers.length) {
      const longer = new Uint32Array(this.numbers.length * 2);
      longer.set(this.numbers);
      this.numbers = longer;
    }
    this.numbers[this.count] = number;
    this.count += 1;
  }

  get all(): Uint32Array {
    return this.numbers.subarray(0, this.count);
  }
}

/** From each label's count and words, in the order they came, to each word's labels. */
function postings(pairs: Uint32Array, rank: Uint32Array, count: number): Postings {
  const starts = new Uint32Array(rank.length + 1);
  const firsts = new Uint32Array(count);
  walk(pairs, (label, id, place) => {
    const word = rank[id] ?? 0;
    starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    if (place === 0) firsts[label] = word;
  });
  for (let word = 0; word < rank.length; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const labels = new Uint32Array(starts[rank.length] ?? 0);
  const next = starts.slice();
  walk(pairs, (label, id) => {
    const word = rank[id] ?? 0;
    const at = next[word] ?? 0;
    labels[at] = label;
    next[word] = at + 1;
  });
  return { starts, labels, firsts };
}

function walk(pairs: Uint32Array, each: (label: number, id: number, place: number) => void): void {
  let label = 0;
  for (let at = 0; at < pairs.length; label += 1) {
    const count = pairs[at] ?? 0;
    for (let place = 0; place < count; place += 1) each(label, pairs[at + 1 + place] ?? 0, place);
    at += 1 + count;
  }
}
