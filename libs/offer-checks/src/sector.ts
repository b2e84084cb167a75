import type { Finding } from '@accord/contracts/finding';
import { sectorByCode } from '@accord/reference-data/sectors';

import type { Check, CheckedOffer } from './check.js';

const unknownSector: Finding = {
  rule: 'CODE-LIST',
  severity: 'block',
  pointer: '/employer/naf',
  message: { fr: "Ce code n'existe pas dans la NAF rév. 2.", en: 'This code does not exist in NAF rev. 2.' },
  remedy: {
    fr: "Recopiez le code APE de l'établissement (par exemple 62.01Z), ou n'en donnez pas.",
    en: "Copy the establishment's APE code (such as 62.01Z), or leave it out.",
  },
};

const run = ({ employer: { naf } }: CheckedOffer): Finding[] =>
  naf === undefined || sectorByCode(naf) ? [] : [unknownSector];

/** The employer's sector exists in the NAF. */
export const sector: Check = { name: 'sector', needs: [], run };
