import type { Finding } from '@accord/contracts/finding';

/** What an employer is told while the register does not answer: the offer waits for it, and nobody has to do anything. */
export const unverified: Finding = {
  rule: 'FR-EMPLOYER',
  article: 'L5332-2',
  severity: 'review',
  pointer: '/employer/siret',
  message: {
    fr: "L'établissement n'a pas pu être vérifié : le répertoire ne répond pas. L'offre est en file d'attente.",
    en: 'The establishment could not be verified: the register does not answer. The offer is queued.',
  },
  remedy: {
    fr: "Rien à faire : la vérification reprend d'elle-même dès que le répertoire répond.",
    en: 'Nothing to do: verification goes on by itself as soon as the register answers.',
  },
};
