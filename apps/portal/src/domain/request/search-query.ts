import { payUnit } from '@accord/contracts/code-lists';
import { communeByCode } from '@accord/reference-data/communes';
import { z } from 'zod';

import { MOST_HOURS, MOST_YEARS } from '../steps.js';
import { codeFilters } from './code-filters.js';
import { codeParameter, listed, named } from './code-parameter.js';
import { facetNames } from './facets.js';

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const yesOrNo = z.enum(['true', 'false']).transform((given) => given === 'true');

/** Query of GET /v1/ads. Filters of different names must all match; of one filter's values, any. */
export const searchQuery = z
  .strictObject({
    q: z.string().trim().min(1).max(200).optional().meta({
      description:
        'Words in French, accents or not; "quoted phrases", -exclusions, "ou" between alternatives. Names of jobs, places and contracts are understood.',
    }),
    occupation: codeParameter(codeFilters.occupation),
    appellation: codeParameter(codeFilters.appellation),
    domain: codeParameter(codeFilters.domain),
    sector: codeParameter(codeFilters.sector),
    commune: codeParameter({
      read: (code) => communeByCode(code)?.code,
      accepted: 'the INSEE code of a commune of today, such as 35238 or 2A004; a postal code is not one',
      description: 'INSEE code of the commune of the workplace',
    }),
    radius: z.coerce.number().min(0).max(200).optional().meta({
      description: 'Kilometres around the middle of the commune, which then is one',
    }),
    department: codeParameter(codeFilters.department),
    region: codeParameter(codeFilters.region),
    employmentArea: codeParameter(codeFilters.employmentArea),
    contract: codeParameter(codeFilters.contract),
    nature: codeParameter(codeFilters.nature),
    workingTime: codeParameter(codeFilters.workingTime),
    hoursMin: wholeNumber(1, MOST_HOURS).optional().meta({ description: 'At least so many whole hours a week' }),
    hoursMax: wholeNumber(1, MOST_HOURS).optional().meta({ description: 'At most so many whole hours a week' }),
    payMin: wholeNumber(1, 1_000_000_000).optional().meta({
      description:
        'Gross cents, for one payUnit at full time. Ads are compared by the hour, at the top of their range; one that says no pay is not found.',
    }),
    payUnit: payUnit.default('HOUR').meta({ description: 'What payMin is for' }),
    experience: codeParameter(codeFilters.experience),
    experienceYears: wholeNumber(0, MOST_YEARS - 1)
      .optional()
      .meta({ description: 'Whole years the seeker has: ads that ask for no more' }),
    training: codeParameter(codeFilters.training),
    qualification: codeParameter(codeFilters.qualification),
    licence: codeParameter(codeFilters.licence),
    language: codeParameter(codeFilters.language),
    remote: codeParameter(codeFilters.remote),
    access: codeParameter(codeFilters.access),
    openings: codeParameter(codeFilters.openings),
    anonymous: yesOrNo.optional().meta({ description: 'false: employers that say who they are; true: the others' }),
    origin: codeParameter(codeFilters.origin),
    postedSince: postedSince().optional(),
    sort: z.enum(['relevance', 'date', 'distance']).optional().meta({
      description: 'Relevance where there are words, else date; distance needs one commune',
    }),
    facets: codeParameter({
      ...listed(facetNames, 'Facets to count among what is found'),
      several: 'each is counted without its own filter',
    }),
    highlights: yesOrNo.default(false).meta({ description: 'Where the words stand in title and description' }),
    countTo: wholeNumber(0, 10_000).default(200).meta({
      description: 'How far the first page counts: beyond it the total is said to be at least so much',
    }),
    cursor: z.string().max(300).optional(),
    limit: wholeNumber(1, 100).default(20),
  })
  .superRefine((query, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const one = query.commune?.length === 1;
    if (query.radius !== undefined && query.radius > 0 && !one)
      wrong('radius', 'a radius needs one commune to stand around: commune=<INSEE code>');
    const around = one && ((query.radius ?? 0) > 0 || query.sort === 'distance');
    if (around && communeByCode(query.commune?.[0] ?? '')?.location === undefined)
      wrong('commune', 'the place of this commune is not known: search without a radius or distance');
    if (query.sort === 'distance' && !one) wrong('sort', 'distance needs one commune: commune=<INSEE code>');
    if (query.hoursMin !== undefined && query.hoursMax !== undefined && query.hoursMin > query.hoursMax)
      wrong('hoursMax', 'must not be less than hoursMin');
  });
export type SearchQuery = z.infer<typeof searchQuery>;

/** Days back, or the first day. */
function postedSince() {
  return z
    .string()
    .transform((given, context): { readonly days: number } | { readonly day: string } => {
      if (/^\d{1,3}$/.test(given) && Number(given) >= 1 && Number(given) <= 365) return { days: Number(given) };
      const day = z.iso.date().safeParse(given);
      if (day.success) return { day: day.data };
      context.addIssue({
        code: 'custom',
        message: `${named(given)} is not accepted: days back, from 1 to 365, or a first day such as 2027-06-30`,
      });
      return z.NEVER;
    })
    .meta({ description: 'On show since so many days at most (1 to 365), or since a day (2027-06-30)' });
}
