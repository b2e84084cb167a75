import { offerDraft, type OfferDraft } from '@accord/contracts/offer';
import type { FieldError } from '@accord/service/problem';
import { fieldErrors } from '@accord/service/schema-errors';
import { z } from 'zod';

import type { RawRecord } from './raw-record.js';

/** What one record asks for. Keyed by the employer's reference; what a file does not mention stays as it is. */
export type ImportRecord =
  | { readonly kind: 'offer'; readonly line: number; readonly reference: string; readonly draft: OfferDraft }
  | {
      readonly kind: 'removal';
      readonly line: number;
      readonly reference: string;
      readonly reason?: string | undefined;
    }
  | {
      readonly kind: 'unreadable';
      readonly line: number;
      readonly reference: string | null;
      readonly errors: readonly FieldError[];
    };

const removal = z.strictObject({
  reference: offerDraft.shape.reference,
  remove: z.literal(true, 'must be true; leave it out to keep the offer'),
  reason: z.string().trim().min(1).max(200).optional(),
});

export function recordFrom(raw: RawRecord): ImportRecord {
  const { line } = raw;
  if ('errors' in raw) return { kind: 'unreadable', line, reference: null, errors: raw.errors };
  const unreadable = (error: z.ZodError): ImportRecord => ({
    kind: 'unreadable',
    line,
    reference: referenceIn(raw.value),
    errors: fieldErrors(error.issues),
  });
  if (isRemoval(raw.value)) {
    const parsed = removal.safeParse(raw.value);
    if (!parsed.success) return unreadable(parsed.error);
    const { reference, reason } = parsed.data;
    return { kind: 'removal', line, reference, reason };
  }
  const parsed = offerDraft.safeParse(raw.value);
  if (!parsed.success) return unreadable(parsed.error);
  return { kind: 'offer', line, reference: parsed.data.reference, draft: parsed.data };
}

const isRemoval = (value: unknown): boolean => typeof value === 'object' && value !== null && 'remove' in value;

function referenceIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('reference' in value)) return null;
  return typeof value.reference === 'string' ? value.reference.slice(0, 255) : null;
}
