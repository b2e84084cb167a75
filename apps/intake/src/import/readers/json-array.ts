import type { RawRecord } from '../raw-record.js';
import { jsonIn } from './json-text.js';
import { JsonValues, type JsonValueText } from './json-values.js';
import { textError } from './record-text.js';
import type { SourceText } from './source-text.js';

/** A JSON array of records. Anything else at the top is refused, and ends the reading. */
export async function* jsonArrayRecords(source: SourceText): AsyncGenerator<RawRecord> {
  for await (const { inList, ...record } of jsonValuesOf(source, false)) {
    const { line } = record;
    if (!inList) {
      yield { line, errors: [notAList] };
      return;
    }
    const error = textError(source, record);
    yield error === undefined ? { line, ...jsonIn(record.text ?? '') } : { line, errors: [error] };
  }
}

/** @throws BrokenInput truncated */
export async function* jsonValuesOf(source: SourceText, graph: boolean): AsyncGenerator<JsonValueText> {
  const values = new JsonValues(graph);
  for await (const piece of source) yield* values.read(piece);
  yield* values.end();
}

const notAList = {
  pointer: '',
  code: 'not-a-list',
  message: 'the body must be a JSON array of offers, and nothing else: write [ … ], or send NDJSON',
};
