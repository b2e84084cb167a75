import type { ContractType } from '@accord/contracts/code-lists';
import type { Finding } from '@accord/contracts/finding';
import {
  contractNatureLabels,
  contractTypeLabels,
  selfEmployedTypes,
  type ContractNature,
} from '@accord/reference-data/contract-types';

import type { Check, CheckedOffer } from './check.js';

/** Natures that exist in some types only; the others go with every contract of employment. */
const typesOf: Partial<Record<ContractNature, readonly ContractType[]>> = {
  NS: [...selfEmployedTypes],
  CC: ['CDI'],
  CI: ['CDI'],
  CU: ['CDD', 'SAI'],
  E2: ['CDI', 'CDD', 'SAI', 'MIS', 'TTI'],
  EE: ['CDD'],
  I1: ['CDI', 'CDD', 'DDI', 'TTI', 'MIS'],
};

const fits = (type: ContractType, nature: ContractNature): boolean =>
  typesOf[nature]?.includes(type) ?? !selfEmployedTypes.has(type);

const contradiction = (type: ContractType, nature: ContractNature): Finding => ({
  rule: 'CODE-LIST',
  severity: 'block',
  pointer: '/contract/nature',
  message: {
    fr: `La nature ${nature} (${contractNatureLabels[nature]}) ne va pas avec le type ${type} (${contractTypeLabels[type]}).`,
    en: `Contract nature ${nature} does not go with contract type ${type}.`,
  },
  remedy: selfEmployedTypes.has(type)
    ? { fr: 'Écrivez la nature NS (emploi non salarié).', en: 'Write nature NS (self-employed).' }
    : {
        fr: 'Écrivez la nature E1 (contrat de travail), ou corrigez le type de contrat.',
        en: 'Write nature E1 (contract of employment), or correct the type of contract.',
      },
});

const run = ({ contract: { type, nature } }: CheckedOffer): Finding[] =>
  fits(type, nature) ? [] : [contradiction(type, nature)];

/** Type and nature of the contract can go together: nobody is employed and self-employed at once. */
export const contractNature: Check = { name: 'contract-nature', needs: [], run };
