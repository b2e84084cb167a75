import type { Finding } from '@accord/contracts/finding';

import { isValidSiren, isValidSiret } from './check-digits.js';
import type { Check, CheckedOffer } from './check.js';

const wrongDigits = (pointer: string, number: 'SIRET' | 'SIREN'): Finding => ({
  rule: 'SIRET',
  article: 'L5332-2',
  severity: 'block',
  pointer,
  message: {
    fr: `Ce numéro ${number} ne peut pas exister : sa clé de contrôle est fausse.`,
    en: `This ${number} cannot exist: its check digits are wrong.`,
  },
  remedy: {
    fr: `Recopiez le ${number} depuis un avis de situation au répertoire Sirene.`,
    en: `Copy the ${number} again from the establishment's entry in the Sirene register.`,
  },
});

function run({ employer, finalClient, mandate }: CheckedOffer): Finding[] {
  const findings: Finding[] = [];
  if (!isValidSiret(employer.siret)) findings.push(wrongDigits('/employer/siret', 'SIRET'));
  if (finalClient?.siret !== undefined && !isValidSiret(finalClient.siret))
    findings.push(wrongDigits('/finalClient/siret', 'SIRET'));
  if (mandate && !isValidSiren(mandate.holderSiren)) findings.push(wrongDigits('/mandate/holderSiren', 'SIREN'));
  return findings;
}

/** The numbers that identify companies have the right check digits; whether they exist is for the register to say. */
export const siret: Check = { name: 'siret', needs: [], run };
