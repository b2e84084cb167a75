import { closesAt } from '@accord/contracts/show-dates';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import { type OfferAccepted, acceptedOf } from './answers.js';
import { assertMay, type Employer } from './employer.js';
import { OfferStore } from './offer.store.js';
import { defaultClosing, PrepareText } from './prepare-text.js';
import { changeBy } from './refusals.js';
import { TextStore } from './text.store.js';
import { WriteText } from './write-text.js';

/** The same text with a later last day, as a revision of its own: it is verified like any other. */
@Injectable()
export class RenewOffer {
  constructor(
    private readonly prepare: PrepareText,
    private readonly offers: OfferStore,
    private readonly texts: TextStore,
    private readonly writeText: WriteText,
  ) {}

  /** @throws Problem not-found, state-forbids, invalid-request */
  execute(employer: Employer, id: string, asked: string | undefined): Promise<OfferAccepted> {
    assertMay(employer, 'revise');
    return this.offers.change(employer, id, async (tx, record) => {
      changeBy(record.life, { kind: 'renew' });
      const now = new Date();
      const closesOn = asked ?? defaultClosing(now);
      assertLater(closesOn, record.closesOn, now);
      const present = await this.texts.get(id, record.life.revision, tx);
      const content = { ...present.content, closesOn };
      // The digest stays that of what the employer sent: its next import finds the text unchanged, and renewed.
      const text = { content, findings: this.prepare.check(content, now), digest: record.draftDigest };
      const [renewed = record] = await this.writeText.execute(tx, [{ record, text }], now, {
        by: employer.by,
        type: 'offer.renewed',
      });
      return acceptedOf(renewed, text.findings);
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
