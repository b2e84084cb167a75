import { finding, type Finding } from '@accord/contracts/finding';
import type { OfferDraft } from '@accord/contracts/offer';
import { isValidSiret } from '@accord/offer-checks/check-digits';
import { runChecks } from '@accord/offer-checks/run-checks';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { unverified } from './domain/unverified.js';
import { AskRegister } from './register/ask-register.js';

export const validationAnswer = z.object({ findings: z.array(finding) }).meta({ title: 'Validation' });

/** The time on show that intake gives an offer without an end. */
const DEFAULT_DAYS = 60;

/** All checks of an offer that is not submitted: nothing is stored, nothing is said of it anywhere. */
@Injectable()
export class ValidateOffer {
  constructor(private readonly askRegister: AskRegister) {}

  async execute(draft: OfferDraft): Promise<{ findings: Finding[] }> {
    const { siret } = draft.employer;
    const now = new Date();
    const offer = { ...draft, closesOn: draft.closesOn ?? daysAfter(now, DEFAULT_DAYS) };
    if (!isValidSiret(siret)) return { findings: runChecks(offer, { now }) };
    const outcome = await this.askRegister.execute(siret);
    if (outcome.kind === 'unavailable') return { findings: [...runChecks(offer, { now }), unverified] };
    return { findings: runChecks(offer, { now, register: outcome.answer }) };
  }
}

const daysAfter = (from: Date, days: number): string =>
  new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
