import { setTimeout as delay } from 'node:timers/promises';

import type { AgreementDraft } from '@accord/contracts/agreement';
import { type FieldError, Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { clockOf } from '../decide/decision.store.js';
import { madeJustNow } from '../domain/made-just-now.js';
import { readHead } from '../offers/offer.store.js';
import { termsInForce } from '../partners/terms.store.js';
import { readRows } from '../rows/read-rows.js';
import { findWording, type Wording } from '../wordings/wording.store.js';
import { findAgreement } from './agreement-row.js';

const partnerRow = z.object({ partner_id: z.string() });
/** An offer just submitted is heard of a moment later. */
const HEARD_WITHIN_MS = 3_000;
const LOOK_MS = 50;

type DraftForOne = Extract<AgreementDraft, { offers: 'one' }>;

export interface CheckedDraft {
  readonly wording: Wording;
  readonly now: Date;
  /** The version of its own terms that is in force at each partner that has any. */
  readonly terms: ReadonlyMap<string, number>;
}

/** What a draft must be beyond its shape. Everything that is wrong with its fields is said at once. */
@Injectable()
export class CheckDraft {
  constructor(private readonly db: DataSource) {}

  /** Answers the wording it names, the terms it is given under, and the time by the database's clock. @throws Problem invalid-request, not-found, state-forbids, unavailable */
  async execute(holder: string, draft: AgreementDraft): Promise<CheckedDraft> {
    const now = await clockOf(this.db);
    const wording = await findWording(this.db, draft.wording);
    const terms = await termsInForce(this.db);
    const errors = [
      ...wordingErrors(draft, wording),
      ...(await this.partnerErrors(draft)),
      ...termsErrors(draft, terms),
      ...windowErrors(draft, now),
      ...(draft.effect === 'refuse' && (draft.conditions ?? []).length > 0 ? [conditionsOfRefusal] : []),
    ];
    if (errors.length > 0 || wording === undefined)
      throw new Problem('invalid-request', 'The agreement names what does not exist, or contradicts itself.', errors);
    if (draft.replaces !== undefined) await this.assertReplaceable(holder, draft.replaces);
    if (draft.offers === 'one') await this.assertOwnOffer(holder, draft, now);
    return { wording, now, terms };
  }

  private async partnerErrors({ audience }: AgreementDraft): Promise<FieldError[]> {
    if (audience.kind !== 'partners') return [];
    const sql = 'select partner_id from partner where partner_id = any($1)';
    const rows = await readRows(this.db, partnerRow, sql, [audience.partners]);
    const known = new Set(rows.map(({ partner_id }) => partner_id));
    return audience.partners.flatMap((partner, at) =>
      known.has(partner)
        ? []
        : [
            {
              pointer: `/audience/partners/${at}`,
              code: 'unknown-partner',
              message: 'no such partner: GET /v1/partners lists them',
            },
          ],
    );
  }

  private async assertReplaceable(holder: string, id: string): Promise<void> {
    const replaced = await findAgreement(this.db, id);
    if (replaced?.holder_id !== holder) throw notYours;
    if (replaced.ended_as !== null)
      throw new Problem('state-forbids', `The agreement to be replaced has ended (${replaced.ended_as}).`);
  }

  /** A refusal counts at once, even of an offer that is not known here yet; it can only keep something in. */
  private async assertOwnOffer(holder: string, { offerId, effect }: DraftForOne, now: Date): Promise<void> {
    const until = performance.now() + HEARD_WITHIN_MS;
    for (;;) {
      const head = await readHead(this.db, offerId);
      if (head !== undefined && head.holder_id !== holder) throw notYours;
      if (head !== undefined || effect === 'refuse') return;
      if (performance.now() > until) throw madeJustNow(offerId, now) ? notHeardOfYet : notYours;
      await delay(LOOK_MS);
    }
  }
}

/** The same answer for what does not exist and for another's, so that nobody learns which. */
const notYours = new Problem('not-found', 'This offer or agreement is not known as yours.');

/**
 * "Not found" would tell the sender's software to give up on an offer that was accepted a moment ago. Whoever knows the id of
 * another's offer, which nobody can guess, can tell it from one that does not exist.
 */
const notHeardOfYet = new Problem('unavailable', 'This offer is so new that it is not known here yet: try again.', [], {
  retryAfterS: 2,
});

const conditionsOfRefusal: FieldError = {
  pointer: '/conditions',
  code: 'not-for-refusals',
  message: 'a refusal has no conditions: leave them out',
};

function wordingErrors({ effect }: AgreementDraft, wording: Wording | undefined): FieldError[] {
  if (wording === undefined) {
    const message = 'no such wording in this version and language: GET /v1/wordings lists them';
    return [{ pointer: '/wording', code: 'unknown-wording', message }];
  }
  if (!wording.current) {
    const message = 'there is a later version of this wording, which must be shown first: GET /v1/wordings, "current"';
    return [{ pointer: '/wording/version', code: 'wording-superseded', message }];
  }
  if (wording.effect === effect) return [];
  const message = `this wording is for ${wording.effect === 'allow' ? 'agreements' : 'refusals'}: GET /v1/wordings`;
  return [{ pointer: '/wording/id', code: 'wording-of-other-effect', message }];
}

/** What was shown must be what is in force: else nobody agreed to it. */
function termsErrors({ terms = {} }: AgreementDraft, inForce: ReadonlyMap<string, number>): FieldError[] {
  return Object.entries(terms).flatMap(([partner, version]) => {
    const current = inForce.get(partner);
    if (current === version) return [];
    const pointer = `/terms/${partner}`;
    if (current === undefined || version > current) {
      const message = `no such version is known: GET /v1/partners/${partner}/terms; one confirmed just now may take a moment`;
      return [{ pointer, code: 'unknown-terms', message }];
    }
    const message = `version ${current} is in force, which must be shown first: GET /v1/partners/${partner}/terms`;
    return [{ pointer, code: 'terms-superseded', message }];
  });
}

function windowErrors({ from, until }: AgreementDraft, now: Date): FieldError[] {
  if (until === undefined) return [];
  const end = new Date(until);
  if (from !== undefined && new Date(from) >= end)
    return [{ pointer: '/until', code: 'window-reversed', message: 'must be later than from' }];
  if (end <= now) return [{ pointer: '/until', code: 'window-past', message: 'must be in the future, or be left out' }];
  return [];
}
