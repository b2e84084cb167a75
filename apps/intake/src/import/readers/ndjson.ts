import type { RawRecord } from '../raw-record.js';
import { jsonIn } from './json-text.js';
import { MAX_RECORD } from './max-record.js';
import { type RecordText, textError } from './record-text.js';
import type { SourceText } from './source-text.js';

/** NDJSON: one JSON value a line; empty lines are skipped, but count. */
export async function* ndjsonRecords(source: SourceText): AsyncGenerator<RawRecord> {
  for await (const record of linesOf(source)) {
    const error = textError(source, record);
    if (error !== undefined) yield { line: record.line, errors: [error] };
    else yield { line: record.line, ...jsonIn(record.text ?? '') };
  }
}

/** The lines that are not blank. One that is too long is read past, unkept. */
async function* linesOf(source: AsyncIterable<string>): AsyncGenerator<RecordText> {
  let line = 1;
  let from = 0;
  let parts: string[] = [];
  let size = 0;
  const record = (end: string): RecordText => {
    const length = size + end.length;
    return { line, from, to: from + length, text: length > MAX_RECORD ? undefined : parts.join('') + end };
  };
  for await (const piece of source) {
    let start = 0;
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', start)) {
      const found = record(piece.slice(start, at));
      if (!isBlank(found)) yield found;
      line += 1;
      from = found.to + 1;
      start = at + 1;
      parts = [];
      size = 0;
    }
    const rest = piece.slice(start);
    if (size <= MAX_RECORD && rest !== '') parts.push(rest);
    size += rest.length;
  }
  const last = record('');
  if (!isBlank(last)) yield last;
}

const isBlank = ({ text }: RecordText): boolean => text !== undefined && text.trim() === '';
