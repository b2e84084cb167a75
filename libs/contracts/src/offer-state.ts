import { z } from 'zod';

/** An offer's life as its employer sees it (GLOSSARY.md, "Its life"). */
export const offerState = z.enum([
  'draft',
  'submitted',
  'inReview',
  'approved',
  'changesRequested',
  'rejected',
  'published',
  'suspended',
  'filled',
  'expired',
  'withdrawn',
  'erased',
]);
export type OfferState = z.infer<typeof offerState>;

/** What its employer wants of it; intake alone writes this. */
export const offerIntent = z.enum(['show', 'suspended', 'filled', 'withdrawn']);
export type OfferIntent = z.infer<typeof offerIntent>;

/** One offer on one partner, as the employer's live map shows it. */
export const postingState = z.enum([
  'notAllowed',
  'pending',
  'sent',
  'live',
  'refused',
  'failing',
  'removing',
  'removed',
  'removalUnconfirmed',
]);
export type PostingState = z.infer<typeof postingState>;

/** What is seen at the page of an ad that was to come down; *unknown* where it cannot be read, or not be told. */
export const pageSeen = z.enum(['gone', 'stillVisible', 'unknown']);
