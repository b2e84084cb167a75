import { jsonLdOffer } from '@accord/offer-formats/read/json-ld-offer';

import type { RawRecord } from '../raw-record.js';
import { jsonValuesOf } from './json-array.js';
import { jsonIn } from './json-text.js';
import { textError } from './record-text.js';
import type { SourceText } from './source-text.js';

/** schema.org's JobPosting: one, a list, a `@graph`, or one a line. */
export async function* jsonLdRecords(source: SourceText): AsyncGenerator<RawRecord> {
  for await (const record of jsonValuesOf(source, true)) {
    const { line } = record;
    const error = textError(source, record);
    if (error !== undefined) {
      yield { line, errors: [error] };
      continue;
    }
    const json = jsonIn(record.text ?? '');
    yield 'errors' in json ? { line, ...json } : { line, read: jsonLdOffer(json.value) };
  }
}
