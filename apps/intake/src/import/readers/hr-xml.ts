import { hrXmlOffer } from '@accord/offer-formats/read/hr-xml-offer';

import type { RawRecord } from '../raw-record.js';
import { type RecordText, textError } from './record-text.js';
import type { SourceText } from './source-text.js';
import { XmlRecords } from './xml-records.js';
import { xmlElement, XmlError } from './xml-tree.js';

/**
 * HR-XML: every PositionOpening of a document, at its root, in a list, or in a SOAP envelope.
 * @throws BrokenInput truncated, no-records, not-xml, dtd-refused
 */
export async function* hrXmlRecords(source: SourceText): AsyncGenerator<RawRecord> {
  const records = new XmlRecords('PositionOpening');
  for await (const piece of source) {
    for (const record of records.read(piece)) yield recordOf(source, record);
  }
  records.end();
}

function recordOf(source: SourceText, record: RecordText): RawRecord {
  const { line, text = '' } = record;
  const error = textError(source, record);
  if (error !== undefined) return { line, errors: [error] };
  try {
    return { line, read: hrXmlOffer(xmlElement(text)) };
  } catch (failure) {
    if (!(failure instanceof XmlError)) throw failure;
    const message = `${failure.message} (line ${line + failure.line - 1})`;
    return { line, errors: [{ pointer: '', code: failure.code, message }] };
  }
}
