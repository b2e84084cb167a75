import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import { showableView } from '@accord/contracts/showable-offer';
import { eventually } from '@accord/testing/eventually';

import { intake } from './intake-harness.js';
import { decision, high } from './others-news.js';

/** A decision to show a revision, with the view of it, as consent makes it once intake has told the revision. */
export async function shown(
  id: string,
  version: number,
  { revision = 1, postings = [] }: { revision?: number; postings?: PublicationDecided['postings'] } = {},
): Promise<PublicationDecided> {
  const told = await eventually(() => {
    const records = intake().topics.told.filter(({ key }) => key?.toString() === id);
    const found = records.map((record) => intake().topics.revised(record)).find((one) => one.revision === revision);
    if (found === undefined) throw new Error('not told yet');
    return found;
  });
  const facts = { offerId: id, revision, createdAt: told.createdAt, updatedAt: told.submittedAt };
  return decision(id, { version: high + version, offer: showableView(told.offer, facts), postings });
}
