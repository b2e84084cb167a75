import { type FranceTravailField, franceTravailFieldFor } from '@accord/offer-formats/read/france-travail-fields';
import { franceTravailOffer } from '@accord/offer-formats/read/france-travail-offer';

import type { RawRecord } from '../raw-record.js';
import { delimitedRecords, type DelimitedForm } from './delimited.js';
import type { SourceText } from './source-text.js';

const form: DelimitedForm<FranceTravailField> = {
  delimiters: ['|'],
  columnFor: franceTravailFieldFor,
  columnLike: () => undefined,
  keyColumn: 'Par_ref_offre',
  mapping: () => franceTravailOffer,
};

/** France Travail's exchange file: a line of field names, then a line an offer, with bars between. */
export const franceTravailRecords = (source: SourceText): AsyncGenerator<RawRecord> => delimitedRecords(source, form);
