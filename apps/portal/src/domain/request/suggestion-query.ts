import { z } from 'zod';

import { type SuggestionKind, suggestionKinds } from '../suggest/suggestions.js';
import { codeParameter, listed } from './code-parameter.js';

/** Query of GET /v1/ads/suggestions. */
export const suggestionQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).meta({ description: 'What has been typed so far' }),
  kinds: codeParameter({ ...listed(suggestionKinds, 'Kinds of names'), several: 'names of any of them' }),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type SuggestionQuery = z.infer<typeof suggestionQuery>;

const labelled = z.object({ code: z.string(), label: z.string() });

export const suggestionList = z
  .object({
    items: z.array(
      labelled.extend({
        kind: z.enum(suggestionKinds),
        occupation: labelled.optional(),
        department: labelled.optional(),
      }),
    ),
  })
  .meta({ title: 'Suggestions' });

/** All of them, where none is named. */
export const kindsAsked = ({ kinds }: SuggestionQuery): readonly SuggestionKind[] =>
  kinds === undefined ? suggestionKinds : suggestionKinds.filter((kind) => kinds.includes(kind));
