import type { Finding } from '@accord/contracts/finding';
import { appellationByCode } from '@accord/reference-data/appellations';
import { fixedTermTypes } from '@accord/reference-data/contract-types';
import { occupationByCode } from '@accord/reference-data/occupations';

import type { Check, CheckedOffer } from './check.js';
import { PlainText } from './plain-text.js';

const rule = 'FR-MIN';

const noDuration: Finding = {
  rule,
  severity: 'block',
  pointer: '/contract/durationMonths',
  message: {
    fr: 'Un contrat à durée limitée est annoncé sans sa durée.',
    en: 'A fixed-term contract is offered without its duration.',
  },
  remedy: {
    fr: 'Donnez la durée en mois (durationMonths) ou en jours (durationDays) ; sans terme précis, la durée minimale.',
    en: 'Give the duration in months (durationMonths) or days (durationDays); without a set end, the shortest duration.',
  },
};

const noWayToApply: Finding = {
  rule,
  severity: 'block',
  pointer: '/apply',
  message: { fr: "L'offre ne dit pas comment postuler.", en: 'The offer does not say how to apply.' },
  remedy: {
    fr: 'Donnez une adresse web (url), une adresse électronique (email), un téléphone (phone), ou choisissez la candidature par le service (form).',
    en: 'Give a web address (url), an e-mail, a phone, or choose to receive applications through the service (form).',
  },
};

const noDiploma: Finding = {
  rule,
  severity: 'review',
  pointer: '/requirements/trainings',
  message: {
    fr: "Cette profession est réglementée et l'offre ne nomme aucun diplôme ni titre.",
    en: 'This profession is regulated and the offer names no diploma or title.',
  },
  remedy: {
    fr: "Ajoutez le diplôme ou le titre que la loi exige pour l'exercer.",
    en: 'Add the diploma or title that the law requires to practise it.',
  },
};

/** Ways of naming a diploma or a right to practise, plain. */
const titles = [
  'diplome',
  'diplomes',
  'diplomee',
  'diplome(e)',
  'titre',
  'titres',
  'certificat',
  'certification',
  'brevet',
  'cap',
  'bep',
  'bac',
  'baccalaureat',
  'bts',
  'licence',
  'master',
  'doctorat',
  'habilitation',
  'agrement',
  'carte professionnelle',
  "inscription a l'ordre",
  "inscrit a l'ordre",
  'cqp',
  'ssiap',
  'fimo',
  'caces',
  'bpjeps',
  'bafa',
];

function asksForDiploma({ description, requirements }: CheckedOffer): boolean {
  return (requirements.trainings ?? []).length > 0 || new PlainText(description).find(titles) !== undefined;
}

/** An appellation may be regulated in an occupation that is not as a whole, and the reverse. */
function isRegulated({ romeCode, ogrCode }: CheckedOffer['occupation']): boolean {
  const appellation = ogrCode === undefined ? undefined : appellationByCode(ogrCode);
  return appellation?.regulated ?? occupationByCode(romeCode)?.regulated ?? false;
}

function canApply({ apply }: CheckedOffer): boolean {
  if (apply.url !== undefined || apply.form === true) return true;
  if ('sealed' in apply && apply.sealed !== undefined) return true;
  return ('email' in apply && apply.email !== undefined) || ('phone' in apply && apply.phone !== undefined);
}

function run(offer: CheckedOffer): Finding[] {
  const { contract } = offer;
  const findings: Finding[] = [];
  if (fixedTermTypes.has(contract.type) && contract.durationMonths === undefined && contract.durationDays === undefined)
    findings.push(noDuration);
  if (!canApply(offer)) findings.push(noWayToApply);
  if (isRegulated(offer.occupation) && !asksForDiploma(offer)) findings.push(noDiploma);
  return findings;
}

/** What France Travail wants every offer to say; the offer's schema asks for the rest (reference, title, place, experience). */
export const requiredFields: Check = { name: 'required-fields', needs: [], run };
