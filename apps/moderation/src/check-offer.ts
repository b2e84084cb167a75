import type { Finding } from '@accord/contracts/finding';
import { isValidSiret } from '@accord/offer-checks/check-digits';
import type { CheckedOffer, EstablishmentAnswer } from '@accord/offer-checks/check';
import { runChecks } from '@accord/offer-checks/run-checks';
import { Injectable } from '@nestjs/common';

import type { RegisterStanding } from './domain/verdict-policy.js';
import { AskRegister } from './register/ask-register.js';

export interface CheckResult {
  readonly findings: Finding[];
  /** `unavailable`: the employer could not be verified now; checks that need the register did not run. */
  readonly standing: RegisterStanding;
  readonly register?: EstablishmentAnswer;
}

/** All checks of an offer. It asks the register, so it is never called within a transaction. */
@Injectable()
export class CheckOffer {
  constructor(private readonly askRegister: AskRegister) {}

  async execute(offer: CheckedOffer): Promise<CheckResult> {
    const { siret } = offer.employer;
    const now = new Date();
    // Check digits that are wrong are no establishment's: the finding says so, and there is nothing to ask.
    if (!isValidSiret(siret)) return { findings: runChecks(offer, { now }), standing: 'unavailable' };
    const outcome = await this.askRegister.execute(siret);
    if (outcome.kind === 'unavailable') return { findings: runChecks(offer, { now }), standing: 'unavailable' };
    const register = outcome.answer;
    return { findings: runChecks(offer, { now, register }), standing: 'answered', register };
  }
}
