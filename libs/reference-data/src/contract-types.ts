import type { z } from 'zod';
import type { contractNature, ContractType } from '@accord/contracts/code-lists';

export type ContractNature = z.infer<typeof contractNature>;

/** Types de contrat, with France Travail's labels. */
export const contractTypeLabels: Readonly<Record<ContractType, string>> = {
  CDI: 'Contrat à durée indéterminée',
  CDD: 'Contrat à durée déterminée',
  DDI: "Contrat à durée déterminée d'insertion",
  DIN: 'CDI intérimaire',
  FRA: 'Franchise',
  LIB: 'Profession libérale',
  MIS: 'Mission intérimaire',
  SAI: 'Contrat saisonnier',
  REP: "Reprise d'entreprise",
  CCE: 'Profession commerciale',
  TTI: "Contrat travail temporaire d'insertion",
};

/** Natures de contrat, with France Travail's labels written out. */
export const contractNatureLabels: Readonly<Record<ContractNature, string>> = {
  E1: 'Contrat de travail',
  E2: "Contrat d'apprentissage",
  FS: 'Contrat de professionnalisation',
  FA: 'Action de formation préalable au recrutement',
  FJ: 'Contrat PACTE',
  FT: 'CUI - CAE',
  FU: 'CUI - CIE',
  I1: "Insertion par l'activité économique",
  NS: 'Emploi non salarié',
  FV: "Préparation opérationnelle à l'emploi",
  FW: 'Emploi avenir non marchand',
  FX: 'Emploi avenir marchand',
  FY: 'Emploi avenir professeur',
  PS: 'Portage salarial',
  PR: 'Contrat PrAB',
  CC: "CDI de chantier ou d'opération",
  CU: "Contrat d'usage",
  EE: "Contrat d'engagement éducatif",
  ER: 'Engagement à servir dans la réserve',
  CI: 'Contrat intermittent',
};

/** Contracts that end on a day or with an event. */
export const fixedTermTypes: ReadonlySet<ContractType> = new Set<ContractType>(['CDD', 'DDI', 'SAI', 'MIS', 'TTI']);

/** Work for a temporary-work agency: the offer has to say so (L5332-3). */
export const temporaryWorkTypes: ReadonlySet<ContractType> = new Set<ContractType>(['MIS', 'DIN', 'TTI']);

/** The person is nobody's employee: no minimum wage, no working time. */
export const selfEmployedTypes: ReadonlySet<ContractType> = new Set<ContractType>(['FRA', 'LIB', 'REP', 'CCE']);
