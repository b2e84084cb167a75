import { type CsvColumn, csvColumnFor, csvColumnLike } from '@accord/offer-formats/read/csv-columns';
import { csvOffer, csvSources } from '@accord/offer-formats/read/csv-offer';

import type { RawRecord } from '../raw-record.js';
import { delimitedRecords, type DelimitedForm } from './delimited.js';
import type { SourceText } from './source-text.js';

const form: DelimitedForm<CsvColumn> = {
  delimiters: [';', ',', '\t'],
  columnFor: csvColumnFor,
  columnLike: csvColumnLike,
  keyColumn: 'reference',
  mapping: (headers) => {
    const header = (column: CsvColumn) => headers.get(column) ?? column;
    const sourceOf = csvSources(header);
    return (cell) => csvOffer({ cell, header, sourceOf });
  },
};

/** CSV as spreadsheets write it; which of ; , or tab stands between cells shows in the header. */
export const csvRecords = (source: SourceText): AsyncGenerator<RawRecord> => delimitedRecords(source, form);
