import type { AgreementDraft } from '@accord/contracts/agreement';
import { showableOffer } from '@accord/contracts/showable-offer';
import type { Subject } from '@accord/service/authentication';
import { encodeCursor } from '@accord/service/cursor';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { clockOf } from '../decide/decision.store.js';
import { readRuleFacts } from '../decide/rule-facts.js';
import type { Clause } from '../domain/clause.js';
import { previewChange, type PreviewedChange } from '../domain/preview.js';
import { readRows } from '../rows/read-rows.js';
import { CheckDraft } from './check-draft.js';

const offerRow = z.object({ offer_id: z.string(), view: showableOffer });
const NOTHING = '00000000-0000-0000-0000-000000000000';
/** Names the clause that does not exist yet. */
const DRAFT = 'this-agreement';

/** A draft, and the partners' terms it would be given under. */
interface Previewed {
  readonly draft: AgreementDraft;
  readonly terms: ReadonlyMap<string, number>;
}

export interface PreviewedOffer {
  readonly offerId: string;
  readonly changes: readonly PreviewedChange[];
  /** How it looks where it appears; contacts go along only where `contacts` says so. */
  readonly offer: z.infer<typeof showableOffer>;
  readonly contacts: boolean;
}

export interface Preview {
  /** Offers on show that were looked at on this page. */
  readonly looked: number;
  readonly appears: number;
  readonly disappears: number;
  readonly items: readonly PreviewedOffer[];
  readonly next?: string;
}

export interface PreviewPage {
  readonly after?: string;
  readonly limit: number;
}

/** What an agreement would change on what is on show now, a page of offers at a time. Nothing is stored. */
@Injectable()
export class PreviewAgreement {
  constructor(
    private readonly db: DataSource,
    private readonly checkDraft: CheckDraft,
  ) {}

  /** @throws Problem invalid-request, not-found, state-forbids */
  async execute(giver: Subject, draft: AgreementDraft, { after = NOTHING, limit }: PreviewPage): Promise<Preview> {
    const { terms } = await this.checkDraft.execute(giver.id, draft);
    const only = draft.offers === 'one' ? draft.offerId : null;
    const offers = await readRows(
      this.db,
      offerRow,
      `select o.offer_id, r.view from offer o
         join offer_revision r on r.offer_id = o.offer_id and r.revision = o.shown_revision
        where o.holder_id = $1 and o.standing = 'published' and o.offer_id > $2::uuid and ($3::uuid is null or o.offer_id = $3)
        order by o.offer_id limit $4`,
      [giver.id, after, only, limit],
    );
    const items = await this.changesOf({ draft, terms }, offers);
    const count = (change: PreviewedChange['change']) =>
      items.reduce((sum, { changes }) => sum + changes.filter((one) => one.change === change).length, 0);
    const last = offers.at(-1);
    return {
      looked: offers.length,
      appears: count('appears'),
      disappears: count('disappears'),
      items,
      ...(offers.length === limit && last !== undefined && { next: encodeCursor([last.offer_id]) }),
    };
  }

  private async changesOf(
    { draft, terms }: Previewed,
    offers: readonly z.infer<typeof offerRow>[],
  ): Promise<PreviewedOffer[]> {
    const views = new Map(offers.map(({ offer_id, view }) => [offer_id, view]));
    const now = await clockOf(this.db);
    const clause = clauseOfDraft({ draft, terms }, now);
    const facts = await readRuleFacts(this.db, [...views.keys()]);
    return facts.flatMap((one) => {
      const kept = one.clauses.filter(({ id }) => id !== draft.replaces);
      const changes = previewChange(one, [...kept, clause], now);
      const offer = views.get(one.offer.offerId);
      if (changes.length === 0 || offer === undefined) return [];
      return [{ offerId: one.offer.offerId, changes, offer, contacts: !clause.conditions.includes('noContactData') }];
    });
  }
}

/** As it will count once it does: an allow that waits for its proof counts for nothing. */
function clauseOfDraft({ draft, terms }: Previewed, now: Date): Clause {
  return {
    id: DRAFT,
    effect: draft.effect,
    scope:
      draft.offers === 'one'
        ? { offers: 'one', offerId: draft.offerId }
        : draft.offers === 'filter'
          ? { offers: 'filter', filter: draft.filter }
          : { offers: 'all' },
    audience: draft.audience,
    conditions: draft.conditions ?? [],
    pendingProof: draft.pendingProof ?? false,
    terms,
    givenAt: now,
    begun: true,
    ...(draft.until !== undefined && { until: new Date(draft.until) }),
  };
}
