import type { Finding } from '@accord/contracts/finding';
import { appellationByCode, type Appellation } from '@accord/reference-data/appellations';
import { occupationByCode } from '@accord/reference-data/occupations';

import type { Check, CheckedOffer } from './check.js';

const rule = 'CODE-LIST';

const unknownOccupation: Finding = {
  rule,
  severity: 'block',
  pointer: '/occupation/romeCode',
  message: { fr: "Ce code n'existe pas dans le ROME 4.0.", en: 'This code does not exist in ROME 4.0.' },
  remedy: {
    fr: 'Choisissez un métier du ROME, par exemple M1805.',
    en: 'Choose an occupation of ROME, such as M1805.',
  },
};

const unknownAppellation: Finding = {
  rule,
  severity: 'block',
  pointer: '/occupation/ogrCode',
  message: { fr: "Ce code OGR n'est celui d'aucune appellation.", en: 'No appellation has this OGR code.' },
  remedy: {
    fr: "Choisissez une appellation de ce métier, ou n'en donnez pas.",
    en: 'Choose an appellation of this occupation, or leave it out.',
  },
};

const otherOccupation = ({ code, occupation }: Appellation): Finding => ({
  rule,
  severity: 'block',
  pointer: '/occupation/ogrCode',
  message: {
    fr: `L'appellation ${code} relève du métier ${occupation}, pas de celui de l'offre.`,
    en: `Appellation ${code} belongs to occupation ${occupation}, not to the offer's.`,
  },
  remedy: {
    fr: `Écrivez romeCode ${occupation}, ou choisissez une appellation du métier de l'offre.`,
    en: `Write romeCode ${occupation}, or choose an appellation of the offer's occupation.`,
  },
});

/** ROME 3 knew the wider occupation only; software that still sends its code is understood. */
const olderOccupation = ({ occupation }: Appellation): Finding => ({
  rule,
  severity: 'advise',
  pointer: '/occupation/romeCode',
  message: {
    fr: 'Le ROME 4.0 range cette appellation dans un métier plus précis.',
    en: 'ROME 4.0 files this appellation under a more precise occupation.',
  },
  remedy: { fr: `Écrivez romeCode ${occupation}.`, en: `Write romeCode ${occupation}.` },
});

function run({ occupation: { romeCode, ogrCode } }: CheckedOffer): Finding[] {
  if (!occupationByCode(romeCode)) return [unknownOccupation];
  if (ogrCode === undefined) return [];
  const appellation = appellationByCode(ogrCode);
  if (!appellation) return [unknownAppellation];
  if (appellation.occupation === romeCode) return [];
  const parent = occupationByCode(appellation.occupation)?.parent;
  return [parent === romeCode ? olderOccupation(appellation) : otherOccupation(appellation)];
}

/** The occupation exists in ROME, and the appellation is one of its own. */
export const occupation: Check = { name: 'occupation', needs: [], run };
