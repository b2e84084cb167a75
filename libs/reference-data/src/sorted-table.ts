import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const LINE_END = 10;
const TAB = 9;

/**
 * A nomenclature in memory as the bytes of its file: one line a row, fields between tabs, sorted by the first field in
 * byte order. Rows become strings only when looked up, so that 35,000 communes cost 2 MB instead of 20, and are ready
 * in a few milliseconds.
 */
export class SortedTable {
  private readonly bytes: Buffer;
  private readonly starts: Uint32Array;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.starts = startsOfLines(bytes);
  }

  get size(): number {
    return this.starts.length;
  }

  /** The fields of the row with this key. */
  find(key: string): string[] | undefined {
    if (key.includes('\t')) return undefined;
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.compareKey(middle, key);
      if (order === 0) return this.row(middle);
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  /** Every row, in the order of keys. */
  *rows(): Generator<string[]> {
    for (let index = 0; index < this.size; index += 1) yield this.row(index);
  }

  private row(index: number): string[] {
    const start = this.starts[index] ?? 0;
    const end = this.bytes.indexOf(LINE_END, start);
    return this.bytes.toString('utf8', start, end === -1 ? undefined : end).split('\t');
  }

  /** Negative when the row's key comes before `key`. Keys are ASCII; a tab, which ends them, sorts before all of it. */
  private compareKey(index: number, key: string): number {
    const start = this.starts[index] ?? 0;
    for (let at = 0; at < key.length; at += 1) {
      const difference = (this.bytes[start + at] ?? TAB) - key.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return this.bytes[start + key.length] === TAB ? 0 : 1;
  }
}

function startsOfLines(bytes: Buffer): Uint32Array {
  const starts: number[] = [];
  for (let start = 0; start < bytes.length;) {
    starts.push(start);
    const end = bytes.indexOf(LINE_END, start);
    start = end === -1 ? bytes.length : end + 1;
  }
  return Uint32Array.from(starts);
}

/** A table of `data/`, read at its first use: a service pays only for the nomenclatures it asks. */
export function lazyTable(name: string): () => SortedTable {
  let table: SortedTable | undefined;
  return () =>
    (table ??= new SortedTable(gunzipSync(readFileSync(new URL(`../data/${name}.tsv.gz`, import.meta.url)))));
}
