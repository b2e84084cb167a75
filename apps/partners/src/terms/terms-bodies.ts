import { instant, sha256 } from '@accord/contracts/primitives';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).max(500);
const summary = z.string().trim().min(10).max(2_000);

/** POST /v1/partners/me/terms */
export const newTerms = z
  .strictObject({
    /** Where the text can be read. */
    url,
    /** SHA-256 of the text at that address. */
    digest: sha256.optional(),
    /** What it says, or what it changes, in the words that employers are to read. */
    summary,
    /** Whether employers must be asked again: what they agreed to is no longer what they would agree to. */
    material: z.boolean(),
  })
  .meta({ title: 'NewTerms' });
export type NewTerms = z.infer<typeof newTerms>;

/** POST /v1/partners/{id}/terms/{version}/confirmation: the operator may find a change material that the partner does not, not the reverse. */
export const termsConfirmation = z.strictObject({ material: z.boolean() }).meta({ title: 'TermsConfirmation' });
export type TermsConfirmation = z.infer<typeof termsConfirmation>;

/** One version of a partner's own terms. */
export const termsView = z
  .object({
    version: z.int(),
    url,
    digest: sha256.optional(),
    summary: z.string(),
    material: z.boolean(),
    /** `published`: waits for the operator. `inForce`: agreements are given under it. `passedOver`: a later one was confirmed before it. */
    state: z.enum(['published', 'inForce', 'superseded', 'passedOver']),
    publishedAt: instant,
    confirmedAt: instant.optional(),
  })
  .meta({ title: 'Terms' });
export type TermsView = z.infer<typeof termsView>;
