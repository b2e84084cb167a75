import { offerDraft, type OfferDraft } from '@accord/contracts/offer';
import type { ReadProblem, ReadRecord, SourceOf } from '@accord/offer-formats/read/reading';
import type { FieldError } from '@accord/service/problem';
import { fieldErrors } from '@accord/service/schema-errors';
import { z } from 'zod';

import { plainLine } from '../domain/plain-text.js';
import { errorFindings, problemFindings, storable } from './record-findings.js';
import type { RawRecord } from './raw-record.js';
import type { ImportFinding } from './receipt.js';

interface Place {
  /** Which record of the import it is; the first is 1. */
  readonly position: number;
  readonly line: number;
}

/** What stands beside a record that could be read. */
interface Told extends Place {
  /** As it is stored: cleaned, so that the same offer is found again. */
  readonly reference: string;
  /** What its employer should know of how it was read. */
  readonly notes: readonly ImportFinding[];
  /** What its file calls a field of the offer; undefined where that is a form of the API's own. */
  readonly sourceOf?: SourceOf | undefined;
}

/** What one record asks for. Keyed by the employer's reference; what a file does not mention stays as it is. */
export type ImportRecord =
  | (Told & { readonly kind: 'offer'; readonly draft: OfferDraft })
  | (Told & { readonly kind: 'removal'; readonly reason?: string | undefined })
  | (Place & { readonly kind: 'unreadable'; readonly reference: string | null; readonly findings: ImportFinding[] });

const removal = z.strictObject({
  reference: offerDraft.shape.reference,
  remove: z.literal(true, 'must be true; leave it out to keep the offer'),
  reason: z.string().trim().min(1).max(200).optional(),
});

export function recordFrom(raw: RawRecord, position: number): ImportRecord {
  const place = { position, line: raw.line };
  if ('errors' in raw) return unreadable(place, null, errorFindings(raw.errors));
  if ('problems' in raw) return unreadable(place, null, problemFindings(raw.problems, 'block'));
  return 'read' in raw ? fromRead(place, raw.read) : fromValue(place, raw.value, []);
}

const unreadable = (place: Place, reference: string | null, findings: ImportFinding[]): ImportRecord => ({
  kind: 'unreadable',
  ...place,
  reference,
  findings,
});

/** What could not be read refuses a record; what else is wrong with it is said too, once for each field. */
function fromRead(place: Place, { value, errors, notes, sourceOf }: ReadRecord): ImportRecord {
  const told = problemFindings(notes, 'advise');
  const record = fromValue(place, value, told, sourceOf);
  if (errors.length === 0) return record;
  const others = record.kind === 'unreadable' ? record.findings.filter((one) => !isSaid(one, errors)) : [];
  return unreadable(place, referenceIn(value), [...problemFindings(errors, 'block'), ...others]);
}

function fromValue(place: Place, value: unknown, notes: readonly ImportFinding[], sourceOf?: SourceOf): ImportRecord {
  const refused = ({ issues }: z.ZodError): ImportRecord => {
    const errors = fieldErrors(issues).map((error) => (sourceOf === undefined ? error : missing(error, value)));
    return unreadable(place, referenceIn(value), [...errorFindings(errors, sourceOf), ...notes]);
  };
  if (isRemoval(value)) {
    const parsed = removal.safeParse(value);
    if (!parsed.success) return refused(parsed.error);
    const { reference, reason } = parsed.data;
    return { kind: 'removal', ...place, reference: plainLine(reference), reason, notes, sourceOf };
  }
  const parsed = offerDraft.safeParse(value);
  if (!parsed.success) return refused(parsed.error);
  return { kind: 'offer', ...place, reference: plainLine(parsed.data.reference), draft: parsed.data, notes, sourceOf };
}

/** Of a form with fields of its own, "expected a text, received undefined" means that one is not filled in. */
function missing(error: FieldError, value: unknown): FieldError {
  const path = error.pointer.split('/').slice(1);
  let found = value;
  for (const key of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found === undefined ? { ...error, code: 'missing-field', message: 'this is missing: fill it in' } : error;
}

/** Whether a problem is about the same field, or what it is part of, or a part of it. */
const isSaid = ({ pointer }: ImportFinding, problems: readonly ReadProblem[]): boolean =>
  problems.some((one) => pointer === one.pointer || within(pointer, one.pointer) || within(one.pointer, pointer));

const within = (inner: string, outer: string): boolean => outer !== '' && inner.startsWith(`${outer}/`);

const isRemoval = (value: unknown): boolean => typeof value === 'object' && value !== null && 'remove' in value;

function referenceIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('reference' in value)) return null;
  return typeof value.reference === 'string' ? storable(value.reference, 255) : null;
}
