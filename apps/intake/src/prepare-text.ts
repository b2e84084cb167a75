import type { Finding } from '@accord/contracts/finding';
import { offerDraft, type OfferContent, type OfferDraft } from '@accord/contracts/offer';
import { closesAt } from '@accord/contracts/show-dates';
import { parisDay } from '@accord/offer-checks/paris-day';
import { refusals } from '@accord/offer-checks/refusals';
import { runChecks } from '@accord/offer-checks/run-checks';
import { Problem } from '@accord/service/problem';
import { fieldErrors } from '@accord/service/schema-errors';
import canonicalize from 'canonicalize';
import { Injectable } from '@nestjs/common';

import { ContactVault } from './contact-vault.js';
import { cleanDraft } from './domain/clean-draft.js';
import { type Employer, recordedMandate } from './employer.js';

/** How long an offer is on show whose employer set no last day. */
const DAYS_ON_SHOW = 60;

/** A text that can be stored: cleaned, complete, its findings known. */
export interface PreparedText {
  readonly content: OfferContent;
  readonly findings: readonly Finding[];
  /** Of what the employer sent: the same draft, the same digest. */
  readonly digest: Buffer;
}

/** What a draft is prepared for: a new offer, or another text of one that has a last day already. */
export type Purpose =
  { readonly kind: 'new' } | (Pick<OfferContent, 'closesOn' | 'mandate'> & { readonly kind: 'revision' });

/** Another text of this offer. */
export const revisionOf = ({ closesOn, mandate }: Pick<OfferContent, 'closesOn' | 'mandate'>): Purpose => ({
  kind: 'revision',
  closesOn,
  mandate,
});

/** Turns what an employer sent into a text that can be stored, or says what is wrong with it. */
@Injectable()
export class PrepareText {
  constructor(private readonly vault: ContactVault) {}

  /** @throws Problem siret-not-yours, invalid-request */
  execute(draft: OfferDraft, employer: Employer, purpose: Purpose, now: Date): PreparedText {
    assertMayHire(employer, draft.employer.siret);
    const clean = parsedAgain(cleanDraft(draft));
    const mandate = recordedMandate(employer) ?? (purpose.kind === 'revision' ? purpose.mandate : undefined);
    assertOurMandate(draft.mandate, mandate, purpose);
    const content = {
      ...clean,
      // Ours to say.
      ...(mandate !== undefined && { mandate }),
      closesOn: clean.closesOn ?? keptClosing(purpose, now) ?? defaultClosing(now),
    };
    assertAcceptable(content, purpose, now);
    return { content, findings: this.check(content, now), digest: this.digest(draft) };
  }

  check(content: OfferContent, now: Date): readonly Finding[] {
    return runChecks(content, { now });
  }

  /** Of any request body: HMAC over its canonical JSON. */
  digest(body: unknown): Buffer {
    return this.vault.digest(canonicalize(body) ?? '');
  }
}

/** @throws Problem siret-not-yours */
function assertMayHire(employer: Employer, siret: string): void {
  if (employer.sirets.has(siret)) return;
  const message = 'this establishment is not one your access covers: use one of yours, or ask for access to it';
  throw new Problem('siret-not-yours', `The offer names an establishment that is not yours.`, [
    { pointer: '/employer/siret', code: 'siret-not-yours', message },
  ]);
}

/**
 * What a draft says of a mandate is what we would record, or what the offer says already (a draft that was read and sent back).
 * @throws Problem invalid-request
 */
function assertOurMandate(said: OfferDraft['mandate'], ours: OfferContent['mandate'], purpose: Purpose): void {
  const before = purpose.kind === 'revision' ? purpose.mandate : undefined;
  if (said === undefined || agrees(said, ours) || agrees(said, before)) return;
  const message = 'is ours to set: leave it out, and name the employer you act for in Accord-On-Behalf-Of';
  throw new Problem('invalid-request', 'The offer names a mandate it is not made under.', [
    { pointer: '/mandate', code: 'not-yours-to-set', message },
  ]);
}

const agrees = (said: NonNullable<OfferDraft['mandate']>, known: OfferContent['mandate']): boolean =>
  known !== undefined &&
  said.holderSiren === known.holderSiren &&
  said.kind === known.kind &&
  (said.id === undefined || said.id === known.id);

/** Texts may have become shorter than they must be. */
function parsedAgain(clean: unknown): OfferDraft {
  const parsed = offerDraft.safeParse(clean);
  if (parsed.success) return parsed.data;
  throw new Problem(
    'invalid-request',
    'Without its HTML and invisible characters, a text no longer has the length it needs.',
    fieldErrors(parsed.error.issues),
  );
}

function assertAcceptable(content: OfferContent, { kind }: Purpose, now: Date): void {
  const found = refusals(content, { now, kind });
  if (found.length === 0) return;
  const errors = found.map(({ pointer, code, message }) => ({ pointer, code, message: message.en }));
  throw new Problem('invalid-request', 'This cannot be an offer; each error says what to write instead.', errors);
}

/** An edit that names no last day keeps the one there is, unless that is over. */
const keptClosing = (purpose: Purpose, now: Date): string | undefined =>
  purpose.kind === 'revision' && closesAt(purpose.closesOn) > now ? purpose.closesOn : undefined;

export const defaultClosing = (now: Date): string => parisDay(new Date(now.getTime() + DAYS_ON_SHOW * 24 * 3_600_000));
