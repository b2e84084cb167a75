import { closesAt } from '@accord/contracts/show-dates';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { OfferAccepted } from './answers.js';
import { ContactKeyStore } from './contact-key.store.js';
import { stateOf } from './domain/offer-life.js';
import { OfferStore } from './offer.store.js';
import { defaultClosing, PrepareText } from './prepare-text.js';
import { changeBy, noSuchOffer } from './refusals.js';
import { RevisionStore } from './revision.store.js';
import { openText } from './seal-text.js';
import { WriteText } from './write-text.js';

/** The same text with a later last day, as a revision of its own: it is verified like any other. */
@Injectable()
export class RenewOffer {
  constructor(
    private readonly db: DataSource,
    private readonly prepare: PrepareText,
    private readonly offers: OfferStore,
    private readonly revisions: RevisionStore,
    private readonly keys: ContactKeyStore,
    private readonly writeText: WriteText,
  ) {}

  /** @throws Problem not-found, state-forbids, invalid-request */
  async execute(holder: string, id: string, asked: string | undefined): Promise<OfferAccepted> {
    return this.db.transaction(async (tx) => {
      const record = await this.offers.lock(tx, id, holder);
      if (record === undefined) throw noSuchOffer();
      changeBy(record.life, { kind: 'renew' });
      const now = new Date();
      const closesOn = asked ?? defaultClosing(now);
      assertLater(closesOn, record.closesOn, now);
      const { offer } = await this.revisions.get(id, record.life.revision, tx);
      const key = (await this.keys.find([id], tx)).get(id);
      const content = { ...openText(offer, { offerId: id, revision: record.life.revision }, key), closesOn };
      const findings = this.prepare.check(content, now);
      const text = { content, findings, digest: record.draftDigest };
      const [renewed] = await this.writeText.execute(tx, [{ record, text }], now);
      const life = renewed?.life ?? record.life;
      return { id, revision: life.revision, state: stateOf(life), findings: [...findings] };
    });
  }
}

function assertLater(closesOn: string, present: string, now: Date): void {
  if (closesAt(closesOn) > now && closesAt(closesOn) > closesAt(present)) return;
  const message = `write a day after the present last day (${present}) and not past`;
  throw new Problem(
    'invalid-request',
    'A renewal sets a later last day; to shorten the time on show, revise the offer.',
    [{ pointer: '/closesOn', code: 'not-later', message }],
  );
}
