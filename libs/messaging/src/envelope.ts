import type { IncomingRecord } from './kafka-port.js';
import { Poison } from './poison.js';

/** What CloudEvents 1.0 says of an event beside its data, in the headers of the record (binary mode). */
export interface Envelope {
  /** Unique for each event. */
  readonly id: string;
  readonly type: string;
  /** The service that wrote it. */
  readonly source: string;
  readonly occurredAt: Date;
  /** The record's key. */
  readonly key: string;
  /** Of the key's state; on a null value the version of the erasure. */
  readonly version: number;
  readonly traceparent?: string;
}

/** An event holds at most this: key, headers and data. */
export const MAX_EVENT_BYTES = 1_048_576;

export const headerNames = {
  specVersion: 'ce_specversion',
  id: 'ce_id',
  type: 'ce_type',
  source: 'ce_source',
  time: 'ce_time',
  subject: 'ce_subject',
  version: 'accord_version',
  contentType: 'content-type',
  traceparent: 'traceparent',
} as const;

export function headersOf(envelope: Envelope): Record<string, string> {
  return {
    [headerNames.specVersion]: '1.0',
    [headerNames.id]: envelope.id,
    [headerNames.type]: envelope.type,
    [headerNames.source]: envelope.source,
    [headerNames.time]: envelope.occurredAt.toISOString(),
    [headerNames.subject]: envelope.key,
    [headerNames.version]: String(envelope.version),
    [headerNames.contentType]: 'application/json',
    ...(envelope.traceparent !== undefined && { [headerNames.traceparent]: envelope.traceparent }),
  };
}

/** @throws Poison `unreadable-key`, `bad-headers` */
export function readEnvelope(record: Pick<IncomingRecord, 'key' | 'headers'>): Envelope {
  const key = readKey(record.key);
  const required = (name: string): string => {
    const value = textHeader(record, name);
    if (value === undefined || value === '') throw new Poison('bad-headers', `header ${name} is missing`);
    return value;
  };
  const specVersion = required(headerNames.specVersion);
  if (specVersion !== '1.0') throw new Poison('bad-headers', `CloudEvents ${specVersion.slice(0, 10)} is not 1.0`);
  if (required(headerNames.subject) !== key) throw new Poison('bad-headers', 'ce_subject is not the key');
  const traceparent = textHeader(record, headerNames.traceparent);
  return {
    id: required(headerNames.id),
    type: required(headerNames.type),
    source: required(headerNames.source),
    occurredAt: readTime(required(headerNames.time)),
    key,
    version: readVersion(required(headerNames.version)),
    ...(traceparent !== undefined && { traceparent }),
  };
}

/** A header as text; absent where it is absent or no UTF-8. */
export function textHeader({ headers }: Pick<IncomingRecord, 'headers'>, name: string): string | undefined {
  return decode(Object.hasOwn(headers, name) ? headers[name] : undefined);
}

/** @throws Poison `unreadable-key` */
export function readKey(key: Buffer | null): string {
  const text = decode(key ?? undefined);
  if (text === undefined || text === '' || text.includes('\0'))
    throw new Poison('unreadable-key', 'the record has no readable key');
  return text;
}

export function decode(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(time.getTime()))
    throw new Poison('bad-headers', 'ce_time is no time of RFC 3339');
  return time;
}

function readVersion(text: string): number {
  const version = Number(text);
  if (!/^\d{1,16}$/.test(text) || !Number.isSafeInteger(version))
    throw new Poison('bad-headers', 'accord_version is no version');
  return version;
}
