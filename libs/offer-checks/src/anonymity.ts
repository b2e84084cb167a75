import type { Finding } from '@accord/contracts/finding';

import type { Check, CheckedOffer } from './check.js';
import { plain, PlainText } from './plain-text.js';

/** Shorter names are words of the language too often to be told from them. */
const shortestName = 4;

const named = (pointer: string, span: { start: number; end: number }): Finding => ({
  rule: 'FR-ANONYMOUS',
  article: 'L5332-2',
  severity: 'block',
  pointer,
  span,
  message: {
    fr: "L'offre est anonyme et son texte nomme l'employeur.",
    en: 'The offer is anonymous and its text names the employer.',
  },
  remedy: {
    fr: "Retirez le nom du texte, ou renoncez à l'anonymat (anonymous false).",
    en: 'Take the name out of the text, or give up anonymity (anonymous false).',
  },
});

function run({ employer, title, description }: CheckedOffer): Finding[] {
  if (!employer.anonymous) return [];
  const names = [employer.name, employer.brand ?? ''].map(plain).filter((name) => name.length >= shortestName);
  return Object.entries({ title, description }).flatMap(([field, text]) => {
    const span = new PlainText(text).find(names);
    return span ? [named(`/${field}`, span)] : [];
  });
}

/** What asks to be anonymous does not name itself. */
export const anonymity: Check = { name: 'anonymity', needs: [], run };
