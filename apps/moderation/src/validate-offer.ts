import { finding, type Finding } from '@accord/contracts/finding';
import type { OfferDraft } from '@accord/contracts/offer';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { CheckOffer } from './check-offer.js';
import { unverified } from './domain/unverified.js';

export const validationAnswer = z.object({ findings: z.array(finding) }).meta({ title: 'Validation' });

/** The time on show that intake gives an offer without an end. */
const DEFAULT_DAYS = 60;

/** All checks of an offer that is not submitted: nothing is stored, nothing is said of it anywhere. */
@Injectable()
export class ValidateOffer {
  constructor(private readonly checkOffer: CheckOffer) {}

  async execute(draft: OfferDraft): Promise<{ findings: Finding[] }> {
    const closesOn = draft.closesOn ?? daysAfter(new Date(), DEFAULT_DAYS);
    const { findings, standing } = await this.checkOffer.execute({ ...draft, closesOn });
    const impossible = findings.some(({ rule, pointer }) => rule === 'SIRET' && pointer === unverified.pointer);
    return { findings: standing === 'answered' || impossible ? findings : [...findings, unverified] };
  }
}

const daysAfter = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
