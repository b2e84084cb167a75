import type { TopicDefinition } from './define-event.js';

const compacted = (name: string, writer: string, partitions = 6): TopicDefinition => ({
  name,
  retention: 'compact',
  partitions,
  writer,
});

export const offerRevisions = compacted('offer.revisions', 'intake');
export const moderationVerdicts = compacted('moderation.verdicts', 'moderation');
export const publicationDecisions = compacted('publication.decisions', 'consent');
export const publicationOutcomes = compacted('publication.outcomes', 'publisher');
export const partnerRegistry = compacted('partner.registry', 'partners', 1);
/** The ledger is one sequence, so one partition. */
export const consentLedger: TopicDefinition = {
  name: 'consent.ledger',
  retention: 'forever',
  partitions: 1,
  writer: 'consent',
};

export const allTopics: readonly TopicDefinition[] = [
  offerRevisions,
  moderationVerdicts,
  publicationDecisions,
  publicationOutcomes,
  partnerRegistry,
  consentLedger,
];

/** Where an event goes that a reader could not handle. One a reader's service and topic, so that each service writes only its own. */
export const deadLettersOf = (topic: TopicDefinition): TopicDefinition => ({
  name: `${topic.name}.dead-letters`,
  retention: { days: 30 },
  partitions: 1,
  writer: 'each reader',
});
