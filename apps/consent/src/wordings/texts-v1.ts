/** A text that is shown to whoever agrees or refuses. Once released it never changes: another text is another version. */
export interface WordingText {
  readonly id: string;
  readonly version: number;
  readonly language: 'fr' | 'en';
  /** What it is the text of. */
  readonly effect: 'allow' | 'refuse';
  readonly title: string;
  readonly body: string;
}

const multidiffusionFr = `
J’autorise le service public de l’emploi à transmettre l’offre ou les offres désignées par cet accord aux sites partenaires que je désigne, et à eux seuls, afin qu’ils les diffusent.

Cette autorisation vaut demande expresse d’insertion au sens de l’article L5334-1 du code du travail. Elle porte sur chaque version de l’offre qui a été vérifiée ; elle ne porte sur aucune autre offre ni sur aucun autre partenaire. Si j’ai posé des conditions, elle ne vaut que pour les partenaires qui les ont déclarées et pour lesquels l’exploitant l’a confirmé.

Je peux la retirer à tout moment. Le retrait indique l’heure à laquelle il prend effet : à partir de cette heure, aucun envoi de ce qu’il couvre ne commence ni n’est en cours. Les partenaires qui ont pu recevoir l’offre sont invités à la supprimer jusqu’à ce qu’ils le confirment, et je vois où en est chacun d’eux.

Sans accord de ma part, l’offre ne paraît que sur le site du service public de l’emploi. Les coordonnées d’une personne ne sont jamais lisibles en dehors de l’offre elle-même. Un reçu signé m’est remis ; il ne contient aucune donnée personnelle et peut être vérifié sans passer par le service.`;

const multidiffusionEn = `
I authorise the public employment service to pass the offer or offers named in this agreement on to the partner sites that I name, and to no others, so that they publish them.

This authorisation is the express request for insertion required by article L5334-1 of the French Labour Code. It covers every version of the offer that has been verified; it covers no other offer and no other partner. Where I have set conditions, it holds only for partners that have declared them and for which the operator has confirmed it.

I may withdraw it at any time. The withdrawal states the time from which it takes effect: from that time on, no transmission of what it covers starts or is under way. Partners that may have received the offer are asked to remove it until they confirm that they have, and I can see where each of them stands.

Without my agreement the offer appears on the public employment service’s own site only. A person’s contact details can never be read outside the offer itself. I am given a signed receipt; it holds no personal data and can be verified without the service.`;

const refusalFr = `
Je refuse que l’offre ou les offres désignées ici soient diffusées par les sites partenaires que je désigne.

Ce refus compte dès maintenant, ou à la date que j’ai indiquée, et prime sur tout accord aussi précis que lui ; un accord plus précis, portant sur l’offre elle-même ou sur un partenaire nommé, prime sur un refus plus général. Il indique l’heure à laquelle il prend effet : à partir de cette heure, aucun envoi de ce qu’il couvre ne commence ni n’est en cours. Les partenaires qui ont pu recevoir l’offre sont invités à la supprimer jusqu’à ce qu’ils le confirment.

Je peux retirer ce refus à tout moment. Mes accords s’appliquent alors de nouveau ; sans accord de ma part, l’offre ne paraît que sur le site du service public de l’emploi.`;

const refusalEn = `
I refuse that the offer or offers named here be published by the partner sites that I name.

This refusal counts from now on, or from the date that I have given, and prevails over any agreement that is as specific as it is; a more specific agreement, about the offer itself or about a named partner, prevails over a more general refusal. It states the time from which it takes effect: from that time on, no transmission of what it covers starts or is under way. Partners that may have received the offer are asked to remove it until they confirm that they have.

I may withdraw this refusal at any time. My agreements then apply again; without my agreement the offer appears on the public employment service’s own site only.`;

export const wordingsV1: readonly WordingText[] = [
  {
    id: 'multidiffusion',
    version: 1,
    language: 'fr',
    effect: 'allow',
    title: 'Accord de diffusion sur des sites partenaires',
    body: multidiffusionFr.trim(),
  },
  {
    id: 'multidiffusion',
    version: 1,
    language: 'en',
    effect: 'allow',
    title: 'Agreement to publication on partner sites',
    body: multidiffusionEn.trim(),
  },
  {
    id: 'refus',
    version: 1,
    language: 'fr',
    effect: 'refuse',
    title: 'Refus de diffusion sur des sites partenaires',
    body: refusalFr.trim(),
  },
  {
    id: 'refus',
    version: 1,
    language: 'en',
    effect: 'refuse',
    title: 'Refusal of publication on partner sites',
    body: refusalEn.trim(),
  },
];
