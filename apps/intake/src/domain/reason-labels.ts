import type { fillingReason, suspensionReason, withdrawalReason } from '@accord/contracts/code-lists';
import type { OfferIntent } from '@accord/contracts/offer-state';
import type { z } from 'zod';

/** A code's name for people. */
export interface Label {
  readonly fr: string;
  readonly en: string;
}
type Labels<List extends z.ZodType<string>> = Readonly<Record<z.infer<List>, Label>>;

const label = (fr: string, en: string): Label => ({ fr, en });
const other = label('Autre motif', 'Another reason');
const budget = label('Budget supprimé ou gelé', 'Budget cut or frozen');
const reorganisation = label('Réorganisation', 'Reorganisation');

const filled: Labels<typeof fillingReason> = {
  foundThroughService: label('Pourvue grâce à ce service', 'Somebody found through this service'),
  foundThroughPartner: label('Pourvue grâce à un partenaire', 'Somebody found through a partner portal'),
  foundElsewhere: label('Pourvue par un autre moyen', 'Somebody found elsewhere'),
  internal: label('Pourvue en interne', 'Filled from within'),
  enoughApplications: label('Candidatures suffisantes', 'Enough people applied'),
  abandoned: label('Autres postes abandonnés', 'The other openings are given up'),
  other,
};

const withdrawn: Labels<typeof withdrawalReason> = {
  filled: label('Poste pourvu', 'The job is filled'),
  abandoned: label('Recrutement abandonné', 'The recruitment is given up'),
  postponed: label('Recrutement reporté', 'The recruitment is put off'),
  budget,
  reorganisation,
  duplicate: label('Doublon', 'Duplicate'),
  mistake: label('Erreur de saisie ou de dépôt', 'Submitted by mistake'),
  replaced: label('Remplacée par une autre offre', 'Another offer takes its place'),
  other,
};

const suspended: Labels<typeof suspensionReason> = {
  enoughApplications: label('Candidatures suffisantes pour le moment', 'Enough people applied for now'),
  pause: label('Recrutement en pause', 'The recruitment pauses'),
  holidays: label('Congés ou fermeture', 'Holidays or closure'),
  budget,
  reorganisation,
  other,
};

const lists: Readonly<Record<Exclude<OfferIntent, 'show'>, Readonly<Record<string, Label>>>> = {
  filled,
  withdrawn,
  suspended,
};

const FRANCE_TRAVAIL = /^D92-(.+)$/;

/** What a reason is called; undefined for a code that was taken before there were lists. */
export function reasonLabel(intent: OfferIntent, code: string): Label | undefined {
  if (intent === 'show') return undefined;
  if (code === 'employer-request') return label('À la demande de l’employeur', 'At the employer’s request');
  const motive = FRANCE_TRAVAIL.exec(code)?.[1];
  if (motive !== undefined) return label(`Motif France Travail ${motive}`, `France Travail’s reason ${motive}`);
  const list = lists[intent];
  return Object.hasOwn(list, code) ? list[code] : undefined;
}
