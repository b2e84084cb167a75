const WORDS_A_PART = 2_000;

/** Words of a list that are nearly a given one: by the letters in threes they share, then by the letters that differ. */
export class FuzzyWords {
  private readonly shared: Uint8Array;

  private constructor(
    private readonly words: readonly string[],
    /** Of each trigram, its number n: the words that have it stand from starts[n] to starts[n + 1]. */
    private readonly numbers: ReadonlyMap<number, number>,
    private readonly starts: Uint32Array,
    private readonly having: Uint32Array,
  ) {
    this.shared = new Uint8Array(words.length);
  }

  /** @param words each once */
  static *make(words: readonly string[]): Generator<void, FuzzyWords> {
    const numbers = new Map<number, number>();
    const counts: number[] = [];
    for (const [at, word] of words.entries()) {
      for (const trigram of trigramsOf(word)) {
        const number = numbers.get(trigram) ?? numbers.size;
        numbers.set(trigram, number);
        counts[number] = (counts[number] ?? 0) + 1;
      }
      if (at % WORDS_A_PART === WORDS_A_PART - 1) yield;
    }
    const starts = new Uint32Array(counts.length + 1);
    for (const [number, count] of counts.entries()) starts[number + 1] = (starts[number] ?? 0) + count;
    const having = new Uint32Array(starts[counts.length] ?? 0);
    const next = starts.slice();
    for (const [at, word] of words.entries()) {
      for (const trigram of trigramsOf(word)) {
        const number = numbers.get(trigram) ?? 0;
        const place = next[number] ?? 0;
        having[place] = at;
        next[number] = place + 1;
      }
      if (at % WORDS_A_PART === WORDS_A_PART - 1) yield;
    }
    return new FuzzyWords(words, numbers, starts, having);
  }

  /**
   * Places in the list of the words within this many differences (a letter more, less, other, or two swapped), the nearest
   * first; of three letters or fewer they may be missed. With `prefix`, a word's beginning may be near: "infimie" is near "infirmier".
   */
  near(word: string, most: number, prefix = false): { readonly at: number; readonly differences: number }[] {
    const trigrams = trigramsOf(word);
    // Two letters swapped spoil four trigrams, other differences fewer; a prefix has no end to compare.
    const least = Math.max(1, trigrams.size - (prefix ? 1 : 0) - 4 * most);
    return this.sharing(trigrams, least)
      .flatMap((at) => {
        const differences = differencesBetween(word, this.words[at] ?? '', most, prefix);
        return differences <= most ? [{ at, differences }] : [];
      })
      .sort((a, b) => a.differences - b.differences || a.at - b.at);
  }

  private sharing(trigrams: ReadonlySet<number>, least: number): number[] {
    const touched: number[] = [];
    for (const trigram of trigrams) {
      const number = this.numbers.get(trigram);
      if (number === undefined) continue;
      const end = this.starts[number + 1] ?? 0;
      for (let place = this.starts[number] ?? 0; place < end; place += 1) {
        const at = this.having[place] ?? 0;
        const count = this.shared[at] ?? 0;
        if (count === 0) touched.push(at);
        if (count < 255) this.shared[at] = count + 1;
      }
    }
    const found = touched.filter((at) => (this.shared[at] ?? 0) >= least);
    for (const at of touched) this.shared[at] = 0;
    return found;
  }
}

const EDGE = 1;

/** Three letters in a number; the word's edges count as letters. Letters are folded: their low bits tell them apart. */
function trigramsOf(word: string): Set<number> {
  const codes = [EDGE, EDGE, ...[...word].map((letter) => (letter.codePointAt(0) ?? 0) % 1_024), EDGE];
  const trigrams = new Set<number>();
  for (let at = 2; at < codes.length; at += 1) {
    trigrams.add(((codes[at - 2] ?? 0) * 1_024 + (codes[at - 1] ?? 0)) * 1_024 + (codes[at] ?? 0));
  }
  return trigrams;
}

/**
 * Damerau-Levenshtein distance (adjacent swaps), or more than `most` as soon as that is certain. With `prefix`, the
 * distance to the nearest beginning of `other`.
 */
export function differencesBetween(word: string, other: string, most: number, prefix = false): number {
  if (word.length - other.length > most || (!prefix && other.length - word.length > most)) return most + 1;
  const width = Math.min(other.length, word.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= word.length; row += 1) {
    const line = lineOf(word, other, row, { last, before, width });
    if (Math.min(...line) > most) return most + 1;
    before = last;
    last = line;
  }
  return prefix ? Math.min(...last) : (last[width] ?? most + 1) + (other.length - width);
}

interface Lines {
  readonly last: readonly number[];
  readonly before: readonly number[];
  readonly width: number;
}

function lineOf(word: string, other: string, row: number, { last, before, width }: Lines): number[] {
  const line = [row];
  for (let at = 1; at <= width; at += 1) {
    const same = word[row - 1] === other[at - 1] ? 0 : 1;
    const swapped = row > 1 && at > 1 && word[row - 1] === other[at - 2] && word[row - 2] === other[at - 1];
    line[at] = Math.min(
      (last[at] ?? 0) + 1,
      (line[at - 1] ?? 0) + 1,
      (last[at - 1] ?? 0) + same,
      swapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
    );
  }
  return line;
}
