import { Problem } from '@accord/service/problem';
import { z } from 'zod';

import type { RawRecord } from './raw-record.js';
import { type Charset, charsetNamed, charsetNames } from './readers/charset.js';
import { csvRecords } from './readers/csv.js';
import { franceTravailRecords } from './readers/france-travail.js';
import { hrXmlRecords } from './readers/hr-xml.js';
import { jsonArrayRecords } from './readers/json-array.js';
import { jsonLdRecords } from './readers/json-ld.js';
import { ndjsonRecords } from './readers/ndjson.js';
import type { SourceText } from './readers/source-text.js';

export type ReadRecords = (source: SourceText) => AsyncIterable<RawRecord>;

interface Format {
  /** The first is the one to write; the others are taken too. */
  readonly types: readonly string[];
  readonly read: ReadRecords;
}

/** Every form that offers come in. A new one is a reader of its own and a line here. */
const formats = {
  ndjson: { types: ['application/x-ndjson', 'application/ndjson', 'application/jsonl'], read: ndjsonRecords },
  json: { types: ['application/json'], read: jsonArrayRecords },
  csv: { types: ['text/csv', 'application/csv', 'text/tab-separated-values'], read: csvRecords },
  'france-travail': { types: ['text/vnd.francetravail.offres+csv'], read: franceTravailRecords },
  'hr-xml': { types: ['application/xml', 'text/xml', 'application/vnd.hr-xml+xml'], read: hrXmlRecords },
  'json-ld': { types: ['application/ld+json'], read: jsonLdRecords },
} as const satisfies Readonly<Record<string, Format>>;

export const formatName = z.enum(['ndjson', 'json', 'csv', 'france-travail', 'hr-xml', 'json-ld']);
export type FormatName = z.infer<typeof formatName>;

const gzipTypes = ['application/gzip', 'application/x-gzip'];
/** Types that say nothing of the form: `format` does. France Travail's file goes by text/csv, and JSON-LD by application/json. */
const looseTypes: Readonly<Record<FormatName, readonly string[]>> = {
  ndjson: ['text/plain'],
  json: [],
  csv: ['text/plain'],
  'france-travail': ['text/plain', 'text/csv'],
  'hr-xml': [],
  'json-ld': ['application/json', 'application/x-ndjson'],
};

/** As OpenAPI lists them. */
export const importMediaTypes: readonly string[] = [
  ...formatName.options.flatMap((name): readonly string[] => formats[name].types),
  ...gzipTypes,
];

/** How a body is to be read. */
export interface BodyForm {
  readonly read: ReadRecords;
  readonly gzip: boolean;
  readonly charset: Charset | undefined;
}

/**
 * From the request's headers and its parameter `format`, which is needed where the type does not say the form.
 * @throws Problem unsupported-media-type
 */
export function bodyForm(
  headers: { readonly 'content-type'?: string | undefined; readonly 'content-encoding'?: string | undefined },
  format: FormatName | undefined,
): BodyForm {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const mediaType = type.toLowerCase();
  return {
    read: formats[formatOf(mediaType, format)].read,
    gzip: isGzip(headers['content-encoding']) || gzipTypes.includes(mediaType),
    charset: charsetIn(parameters),
  };
}

function formatOf(mediaType: string, said: FormatName | undefined): FormatName {
  const typesOf = (name: FormatName): readonly string[] => formats[name].types;
  if (said !== undefined) {
    const fits = [...typesOf(said), ...looseTypes[said], ...gzipTypes, 'application/octet-stream'];
    if (fits.includes(mediaType)) return said;
    throw unsupported(`With format=${said}, send it as one of ${fits.join(', ')}.`);
  }
  const found = formatName.options.find((name) => typesOf(name).includes(mediaType));
  if (found !== undefined) return found;
  if (gzipTypes.includes(mediaType)) {
    throw unsupported(`Say what is inside the gzip: ?format=, one of ${formatName.options.join(', ')}.`);
  }
  const types = formatName.options.map((name) => typesOf(name)[0]).join(', ');
  throw unsupported(`Send offers as one of ${types}, in Content-Type; gzip is welcome, in Content-Encoding.`);
}

function isGzip(contentEncoding: string | undefined): boolean {
  switch ((contentEncoding ?? 'identity').trim().toLowerCase()) {
    case 'identity':
      return false;
    case 'gzip':
    case 'x-gzip':
      return true;
    default:
      throw unsupported('Send the body as it is, or with Content-Encoding: gzip.');
  }
}

function charsetIn(parameters: readonly string[]): Charset | undefined {
  const label = parameters.flatMap((one) => /^charset="?([^"]*)"?$/i.exec(one)?.[1] ?? [])[0];
  if (label === undefined) return undefined;
  const charset = charsetNamed(label);
  if (charset !== undefined) return charset;
  throw unsupported(`This charset is not read: send the body in one of ${charsetNames.join(', ')}.`);
}

const unsupported = (detail: string): Problem => new Problem('unsupported-media-type', detail);
