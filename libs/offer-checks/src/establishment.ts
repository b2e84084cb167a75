import type { Finding } from '@accord/contracts/finding';

import type { Check, CheckContext, CheckedOffer } from './check.js';

/** L5332-2: whoever publishes an offer must know who the employer is and where. */
const identity = { rule: 'FR-EMPLOYER', article: 'L5332-2', severity: 'block', pointer: '/employer/siret' } as const;

const unknown: Finding = {
  ...identity,
  message: {
    fr: "Cet établissement n'est pas au répertoire Sirene.",
    en: 'This establishment is not in the Sirene register.',
  },
  remedy: {
    fr: "Indiquez le SIRET d'un établissement ouvert. S'il vient d'être créé, déposez l'offre de nouveau quand il paraît au répertoire.",
    en: 'Give the SIRET of an open establishment. If it was created just now, submit again once it is in the register.',
  },
};

const closed = (closedOn: string | undefined): Finding => ({
  ...identity,
  message: {
    fr: `Cet établissement est fermé${closedOn ? ` depuis le ${closedOn}` : ''}.`,
    en: `This establishment is closed${closedOn ? ` since ${closedOn}` : ''}.`,
  },
  remedy: {
    fr: "Indiquez le SIRET de l'établissement qui recrute aujourd'hui.",
    en: 'Give the SIRET of the establishment that hires today.',
  },
});

const ceased: Finding = {
  ...identity,
  message: {
    fr: "L'entreprise de cet établissement a cessé son activité.",
    en: 'The company of this establishment has ceased.',
  },
  remedy: {
    fr: "Indiquez le SIRET d'une entreprise en activité.",
    en: 'Give the SIRET of a company that is active.',
  },
};

function run(offer: CheckedOffer, { register }: CheckContext): Finding[] {
  if (register === undefined || register.siret !== offer.employer.siret) return [];
  if (register.kind === 'unknown') return [unknown];
  if (!register.open) return [closed(register.closedOn)];
  return register.legalUnitActive ? [] : [ceased];
}

/** The establishment that hires is known to the register and open. */
export const establishment: Check = { name: 'establishment', needs: ['register'], run };
