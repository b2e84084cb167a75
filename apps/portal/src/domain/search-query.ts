import { contractType } from '@accord/contracts/code-lists';
import { inseeCode, romeCode } from '@accord/contracts/primitives';
import { z } from 'zod';

/** Query of GET /v1/ads. Each list is a comma-separated value; filters of different names must all match. */
export const searchQuery = z.strictObject({
  /** Words, "quoted phrases" and -exclusions, in French, accents or not. */
  q: z.string().trim().min(1).max(200).optional(),
  occupation: list(romeCode, 20),
  /** INSEE code of a commune (never a postal code). */
  commune: inseeCode.optional(),
  /** Kilometres around the commune's middle. */
  radius: z.coerce.number().min(0).max(200).optional(),
  contract: list(contractType, 11),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** Values separated by commas, each checked as it is. */
function list<Value extends string>(item: z.ZodType<Value, string>, max: number) {
  return z
    .string()
    .max(20 * max)
    .transform((value) => value.split(','))
    .pipe(z.array(item).min(1).max(max))
    .optional();
}

/** The last ad of a page, by time and id: the next one begins after it, so there is no ceiling. */
export const searchPosition = z.tuple([z.iso.datetime(), z.uuid()]);
export type SearchPosition = z.infer<typeof searchPosition>;
