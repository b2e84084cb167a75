import type { AgreementDraft } from '@accord/contracts/agreement';
import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type AgreementRow, findAgreement } from './agreement-row.js';
import { type AgreementGiven, GiveAgreement, type GiveOptions } from './give-agreement.js';

/** What was shown to whoever renews, and who that is. */
export type Renewal = Pick<AgreementDraft, 'wording' | 'terms' | 'givenBy'>;

/** Gives an agreement once more, in its own words, under the wording and the terms of today; it takes the old one's place. */
@Injectable()
export class RenewAgreement {
  constructor(
    private readonly db: DataSource,
    private readonly give: GiveAgreement,
  ) {}

  /** @throws Problem not-found, and what giving it throws: state-forbids where the old one has ended */
  async execute(giver: Subject, id: string, renewal: Renewal, options: GiveOptions): Promise<AgreementGiven> {
    const old = await findAgreement(this.db, id);
    if (old?.holder_id !== giver.id) throw new Problem('not-found', 'No agreement of yours has this id.');
    return this.give.execute(giver, draftOf(old, renewal), options);
  }
}

/** Given in writing now: one that waited for its proof counts with it. */
function draftOf(old: AgreementRow, renewal: Renewal): AgreementDraft {
  const own = {
    effect: old.effect,
    audience: old.audience,
    ...(old.starts_at !== null && { from: old.starts_at.toISOString() }),
    ...(old.ends_at !== null && { until: old.ends_at.toISOString() }),
    ...(old.conditions.length > 0 && { conditions: old.conditions }),
    ...renewal,
    replaces: old.clause_id,
  };
  if (old.offers === 'one' && old.offer_id !== null) return { ...own, offers: 'one', offerId: old.offer_id };
  if (old.offers === 'filter' && old.filter !== null) return { ...own, offers: 'filter', filter: old.filter };
  return { ...own, offers: 'all' };
}
