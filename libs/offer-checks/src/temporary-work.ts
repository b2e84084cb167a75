import type { Finding } from '@accord/contracts/finding';
import { temporaryWorkTypes } from '@accord/reference-data/contract-types';

import type { Check, CheckContext, CheckedOffer } from './check.js';
import { PlainText } from './plain-text.js';

/** NAF 78.20Z: temporary-work agencies. */
const agencyNaf = '7820Z';

const mentions = ['interim', 'interimaire', 'interimaires', 'travail temporaire', "agence d'emploi", 'ett', 'etti'];

const noMention: Finding = {
  rule: 'FR-TEMP',
  article: 'L5332-3',
  severity: 'block',
  pointer: '/description',
  message: {
    fr: "L'offre ne dit pas qu'elle vient d'une entreprise de travail temporaire.",
    en: 'The offer does not say that it comes from a temporary-work agency.',
  },
  remedy: {
    fr: "Ajoutez au texte, par exemple : « Agence d'intérim (entreprise de travail temporaire) ».",
    en: 'Add to the text that the employer is a temporary-work agency ("entreprise de travail temporaire").',
  },
};

const noName: Finding = {
  rule: 'FR-TEMP',
  article: 'L5332-3',
  severity: 'block',
  pointer: '/employer/anonymous',
  message: {
    fr: 'Une entreprise de travail temporaire ne peut recruter sous anonymat.',
    en: 'A temporary-work agency cannot recruit anonymously.',
  },
  remedy: { fr: 'Écrivez anonymous false.', en: 'Write anonymous false.' },
};

const nafOf = ({ employer }: CheckedOffer, { register }: CheckContext): string | undefined =>
  (register?.kind === 'found' ? register.naf : undefined) ?? employer.naf;

function mentionsAgency({ title, description, employer }: CheckedOffer): boolean {
  return [title, description, employer.name, employer.brand, employer.description].some(
    (text) => text !== undefined && new PlainText(text).find(mentions) !== undefined,
  );
}

function run(offer: CheckedOffer, context: CheckContext): Finding[] {
  const agency = temporaryWorkTypes.has(offer.contract.type) || nafOf(offer, context)?.replace('.', '') === agencyNaf;
  if (!agency) return [];
  return [...(mentionsAgency(offer) ? [] : [noMention]), ...(offer.employer.anonymous ? [noName] : [])];
}

/** An agency's offer names it and says that it is one. */
export const temporaryWork: Check = { name: 'temporary-work', needs: [], run };
