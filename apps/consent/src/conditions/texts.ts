import type { Condition } from '@accord/contracts/code-lists';

export interface ConditionText {
  readonly title: string;
  /** What a partner that declares it promises, in a way that an operator can check. */
  readonly definition: string;
}

/** What each condition means, for whoever asks for it, declares it or confirms it. A condition without a text does not compile. */
export const conditionTexts: Readonly<Record<Condition, Readonly<Record<'fr' | 'en', ConditionText>>>> = {
  oneClick: {
    fr: {
      title: 'Un clic au plus vers l’annonce d’origine',
      definition:
        'Depuis la page de détail de l’offre sur le site partenaire, un clic au plus mène à la page d’origine de l’offre, sans page intermédiaire, inscription ni publicité à fermer.',
    },
    en: {
      title: 'One click at most to the original ad',
      definition:
        'From the page of the offer on the partner’s site, one click at most leads to the offer’s original page, with no page between, no registration and no advertisement to close.',
    },
  },
  noAccount: {
    fr: {
      title: 'Candidature sans compte',
      definition:
        'Le candidat peut lire l’offre en entier et y répondre sans créer de compte sur le site partenaire et sans lui laisser ses coordonnées.',
    },
    en: {
      title: 'No account needed to apply',
      definition:
        'Applicants can read the whole offer and answer it without an account at the partner’s site and without leaving their contact details there.',
    },
  },
  showsSource: {
    fr: {
      title: 'Source affichée',
      definition:
        'Partout où le site partenaire montre l’offre, listes et alertes comprises, il nomme la source : l’employeur ou le site qui l’a déposée, et le service public de l’emploi.',
    },
    en: {
      title: 'Shows the source',
      definition:
        'Wherever the partner’s site shows the offer, lists and alerts included, it names the source: the employer or the site that gave it, and the public employment service.',
    },
  },
  noRebroadcast: {
    fr: {
      title: 'Pas de rediffusion',
      definition:
        'Le site partenaire ne transmet l’offre à aucun tiers, ni par flux, ni par interface, ni en marque blanche. L’indexation de sa propre page par un moteur de recherche n’est pas une rediffusion.',
    },
    en: {
      title: 'No re-broadcast',
      definition:
        'The partner’s site passes the offer on to nobody, by feed, by interface or under another brand. A search engine that indexes the partner’s own page is not a re-broadcast.',
    },
  },
  noContactData: {
    fr: {
      title: 'Sans coordonnées',
      definition:
        'L’offre est transmise sans nom, téléphone ni courriel d’une personne ; le site partenaire n’en recherche ni n’en ajoute. Les candidatures passent par la page d’origine.',
    },
    en: {
      title: 'No contact details',
      definition:
        'The offer is passed on without a person’s name, telephone or e-mail; the partner’s site neither looks for them nor adds them. Applications go through the original page.',
    },
  },
};
